-- The double list: what a locality owes its troops and the troops their locality, each with an owner
-- and a deadline, closed one by one.
CREATE TABLE mutual_task (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  title VARCHAR(200) NOT NULL,
  side VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner VARCHAR(120) NOT NULL,
  listed_on DATE NOT NULL,
  due_on DATE NOT NULL,
  -- NULL while it is open.
  closed_on DATE NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY mutual_task_by_region (region, listed_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
