-- From which day a published version is no longer in force. The version itself stays as it was
-- published; the earliest withdrawal of it counts, and none is ever taken back: what comes into
-- force again is published again.
CREATE TABLE catalogue_withdrawal (
  code VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  withdrawn_from DATE NOT NULL,
  reason VARCHAR(500) NOT NULL,
  withdrawn_at DATETIME(6) NOT NULL,
  withdrawn_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (code, version, withdrawn_from)
);
