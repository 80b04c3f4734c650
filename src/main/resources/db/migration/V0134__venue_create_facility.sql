-- Priority lanes, windows and signs are counted venue by venue, so that a province's total of lanes is
-- the sum of what each venue has; what is taken away keeps its row and gets its last day.
CREATE TABLE venue_facility (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity INT NOT NULL,
  since_on DATE NOT NULL,
  -- The first day without it.
  removed_on DATE NULL,
  note VARCHAR(200) NULL,
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY venue_facility_venue (venue_id, id),
  KEY venue_facility_region (region, since_on),
  CONSTRAINT venue_facility_of_venue FOREIGN KEY (venue_id) REFERENCES venue (id)
);
