-- One row tells whether the master key of an instance is the one this database was begun with.
-- An instance with another key could neither decrypt nor verify what is stored, so it must not start.
CREATE TABLE cluster_secret_check (
  name VARCHAR(64) NOT NULL,
  digest BINARY(32) NOT NULL,
  PRIMARY KEY (name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
