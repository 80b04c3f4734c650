-- Every state change leaves an entry in the transaction of the change itself. The application's
-- user may only insert and select here (see afterMigrate.sql); row_mac is keyed outside the
-- database, so an entry that was changed by whoever can write to the database shows.
CREATE TABLE journal_entry (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  content TEXT NOT NULL,
  row_mac BINARY(32) NOT NULL,
  PRIMARY KEY (id),
  KEY journal_entry_subject (subject_id, id)
);
