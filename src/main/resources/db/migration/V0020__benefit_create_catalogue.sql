-- A published catalogue version never changes. The unique keys make a version number and a content
-- exist once per catalogue, whoever publishes at the same moment; the epoch is one row that every
-- publisher locks first, so that they take turns, and that a verification reads to learn whether
-- the catalogues it holds in memory are still all there are.
CREATE TABLE catalogue_version (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  region INT NOT NULL,
  title_zh VARCHAR(500) NOT NULL,
  title_en VARCHAR(500) NOT NULL,
  document MEDIUMTEXT NOT NULL,
  content_hash BINARY(32) NOT NULL,
  effective_from DATE NOT NULL,
  effective_to DATE NULL,
  published_at DATETIME(6) NOT NULL,
  published_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY catalogue_version_number (code, version),
  UNIQUE KEY catalogue_version_content (code, content_hash),
  KEY catalogue_version_region (region, code)
);

CREATE TABLE catalogue_epoch (
  id INT NOT NULL,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO catalogue_epoch (id, epoch) VALUES (1, 0);
