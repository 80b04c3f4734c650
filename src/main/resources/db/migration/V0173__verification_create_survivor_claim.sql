-- What an office has registered so that a survivor may use a benefit of a holder who has died. A
-- claim is never changed; that it was redeemed, the visit says that it opened.
CREATE TABLE survivor_claim (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  deceased_holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  survivor_holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  document VARCHAR(120) NOT NULL,
  registered_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  registered_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY survivor_claim_deceased (deceased_holder_id, id)
);
