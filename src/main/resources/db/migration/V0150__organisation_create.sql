-- Offices, service stations and associations as one tree. The levels of the tree differ by place, so
-- they are rows: a city may have four, a county-level city three, others add universities and firms.
CREATE TABLE organisation_level (
  -- A word for the whole country, so that figures of several places can be compared.
  code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- GB/T 2260: where the level may be used; 0 is everywhere.
  region INT NOT NULL,
  title VARCHAR(60) NOT NULL,
  -- A unit hangs below one of a smaller rank.
  level_rank SMALLINT NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO organisation_level (code, region, title, level_rank, created_by, created_at) VALUES
  ('province', 0, '省级', 10, 'system', '2026-01-01 00:00:00'),
  ('city', 0, '市级', 20, 'system', '2026-01-01 00:00:00'),
  ('county', 0, '县级', 30, 'system', '2026-01-01 00:00:00'),
  ('township', 0, '乡镇（街道）', 40, 'system', '2026-01-01 00:00:00'),
  ('village', 0, '村（社区）', 50, 'system', '2026-01-01 00:00:00');

CREATE TABLE organisation_unit (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- What the office's own files call it.
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  level_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  parent_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  region INT NOT NULL,
  name VARCHAR(120) NOT NULL,
  -- First and last day, both inclusive; 9999-12-31 while it is open.
  opened_on DATE NOT NULL,
  closed_on DATE NOT NULL,
  -- Since when public maps show it.
  on_maps_since DATE NULL,
  duties VARCHAR(400) NOT NULL,
  -- How many open units hang below it: one that has some is not closed.
  open_children INT NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY organisation_unit_by_code (code),
  KEY organisation_unit_by_region (region, level_code, opened_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE organisation_staff (
  unit_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Holds from that day until the next line.
  from_day DATE NOT NULL,
  full_time INT NOT NULL,
  part_time INT NOT NULL,
  PRIMARY KEY (unit_id, from_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How many units of a level a region should have: the denominator of its coverage.
CREATE TABLE organisation_target (
  region INT NOT NULL,
  level_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_day DATE NOT NULL,
  should_exist INT NOT NULL,
  PRIMARY KEY (region, level_code, from_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
