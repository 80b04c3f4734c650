-- A campaign checks each person of a population: verified, dead, in prison, or not found. What was
-- found out about a person stands in person_event; here stands how far the campaign has come.
CREATE TABLE campaign (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  due_on DATE NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY campaign_by_region (region, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE campaign_person (
  campaign_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- OPEN until somebody has looked.
  outcome VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decided_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_at DATETIME(6) NULL,
  PRIMARY KEY (campaign_id, holder_id),
  KEY campaign_person_by_outcome (campaign_id, outcome, holder_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
