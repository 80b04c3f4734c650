-- Holders sign in by a code sent to their phone. Phones, codes and network addresses stand here only
-- as keyed hashes. A try is taken, and a code spent, by one conditional UPDATE each, so that racing
-- guesses get no more tries than there are; a quota is one row per subject and window.
CREATE TABLE sign_in_quota (
  subject BINARY(32) NOT NULL,
  used INT NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  PRIMARY KEY (subject),
  KEY sign_in_quota_end (ends_at)
);

CREATE TABLE sign_in_code (
  phone_hash BINARY(32) NOT NULL,
  code_hash BINARY(32) NOT NULL,
  tries_left INT NOT NULL,
  spent BOOLEAN NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (phone_hash),
  KEY sign_in_code_expiry (expires_at)
);
