-- A catalogue before it is one: whoever writes it, whoever reviews it, and what became of it. Each
-- change is an UPDATE that names the revision it saw, so of two officers who act at once one wins.
-- The document may still have faults; only what is submitted has been validated.
CREATE TABLE catalogue_draft (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  venue_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision INT NOT NULL,
  base_version INT NOT NULL,
  document MEDIUMTEXT NOT NULL,
  author VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reviewer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  remark VARCHAR(500) NULL,
  published_version INT NULL,
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY catalogue_draft_region (region, id),
  KEY catalogue_draft_venue (venue_id, id)
);
