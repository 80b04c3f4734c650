-- Twenty digits that stand for a certificate for three minutes. The digits are kept as a keyed hash;
-- the id is what a visit is opened under.
CREATE TABLE short_code (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code_hash BINARY(32) NOT NULL,
  binding_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY short_code_hash (code_hash),
  KEY short_code_binding (binding_id, expires_at),
  KEY short_code_expiry (expires_at)
);
