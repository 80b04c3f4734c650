-- A stay that is paid by time is redeemed once, by the vehicle's card or by its driver's own code:
-- the primary key decides. Reversing the visit's last redemption deletes the row. Of the plate there
-- is a keyed hash alone.
CREATE TABLE parking_stay (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  plate_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entry_at DATETIME(6) NOT NULL,
  exit_at DATETIME(6) NOT NULL,
  visit_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (venue_id, plate_index, entry_at),
  KEY parking_stay_visit (visit_id)
);
