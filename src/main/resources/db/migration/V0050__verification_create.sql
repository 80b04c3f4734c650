-- Every attempt to verify or redeem is kept, refused ones too; the application's user may only
-- insert and select here. Fields of a code are stored only once its signatures have held.
CREATE TABLE attempt (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  result VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer INT NULL,
  binding_index BIGINT NULL,
  counter BIGINT NULL,
  person CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  trace MEDIUMTEXT NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY attempt_terminal (terminal_id, id),
  KEY attempt_region (region, id)
);

-- An accepted verification, good for five minutes and for its terminal only.
CREATE TABLE verification (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer INT NOT NULL,
  binding_index BIGINT NOT NULL,
  counter BIGINT NOT NULL,
  holder_tag CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  class_bits INT NOT NULL,
  home_region INT NOT NULL,
  bill TEXT NOT NULL,
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payable_fen BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY verification_expiry (expires_at)
);
