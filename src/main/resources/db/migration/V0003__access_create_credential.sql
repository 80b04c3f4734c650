-- Terminals sign in by a key of their own. The pairing code is kept as a hash and spent by one
-- conditional UPDATE, so of two devices that try the same code one wins; an assertion is spent by
-- one INSERT under the primary key.
CREATE TABLE credential (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_key VARBINARY(65) NULL,
  pairing_hash BINARY(32) NULL,
  pairing_expires_at DATETIME(6) NOT NULL,
  paired_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY credential_pairing (pairing_hash)
);

CREATE TABLE spent_assertion (
  id CHAR(90) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY spent_assertion_expiry (expires_at)
);
