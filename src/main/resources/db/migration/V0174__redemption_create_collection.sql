-- What a terminal or gate says that it collected for a redemption, once and for good. The ledger keeps
-- what was evaluated; where the two differ the row is flagged for the office.
CREATE TABLE collection (
  redemption_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  payable_fen BIGINT NOT NULL,
  collected_fen BIGINT NOT NULL,
  flagged INT NOT NULL,
  reported_at DATETIME(6) NOT NULL,
  PRIMARY KEY (redemption_id),
  KEY collection_flagged (flagged, redemption_id)
);
