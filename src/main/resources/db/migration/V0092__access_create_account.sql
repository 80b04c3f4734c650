-- Officers and venue owners sign in by password and second factor. Tries, invitations and steps of
-- the second factor are each used up by one conditional UPDATE. The password stands as an Argon2id
-- hash with its parameters, the second factor's secret encrypted under a key that the database does
-- not have.
CREATE TABLE account (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  login VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(60) CHARACTER SET utf8mb4 NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  totp_secret VARBINARY(128) NULL,
  totp_last_step BIGINT NOT NULL,
  failed_tries INT NOT NULL,
  last_try_at DATETIME(6) NULL,
  invite_hash BINARY(32) NULL,
  invite_expires_at DATETIME(6) NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY account_login (login),
  UNIQUE KEY account_invite (invite_hash)
);

CREATE TABLE account_duty (
  account_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  -- Empty unless the role is a venue's owner.
  venue_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, role, region, venue_id),
  KEY account_duty_region (region, account_id),
  CONSTRAINT account_duty_of_account FOREIGN KEY (account_id) REFERENCES account (id)
);
