-- A person's session keeps the hash of its one current refresh token. The next token takes its place
-- by one conditional UPDATE, so of two callers with the same token one goes on.
CREATE TABLE sign_in_session (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  principal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  -- Empty unless the principal is a venue's owner.
  venue_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token_hash BINARY(32) NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  refreshed_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY sign_in_session_token (token_hash),
  KEY sign_in_session_principal (principal_id, state),
  KEY sign_in_session_end (ends_at)
);
