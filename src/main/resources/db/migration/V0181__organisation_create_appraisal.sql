-- What counts for or against a locality in a year's appraisal of its officials. A slip is taken back by an
-- entry of its own.
CREATE TABLE appraisal (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  appraisal_year SMALLINT NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  points INT NOT NULL,
  reason VARCHAR(200) NOT NULL,
  document VARCHAR(200) NOT NULL,
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY appraisal_of_year (region, appraisal_year, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
