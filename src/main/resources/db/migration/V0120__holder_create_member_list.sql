-- Named lists of members that the rules ask about (a garrison, visiting dependents, hardship). A
-- line is never deleted: ending it early moves its last day, so that a use of last month is judged
-- by what was true last month. Standing on a list may tell where somebody serves: these tables are
-- read by the register and its offices alone.
CREATE TABLE member_list (
  -- A word for the whole country: the catalogues name lists by it.
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- GB/T 2260: whose office keeps the list.
  region INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code),
  KEY member_list_by_region (region, code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE list_member (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  list_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- First and last day, both inclusive, in China's time zone. A last day before the first one means
  -- that the line was withdrawn before it ever counted.
  valid_from DATE NOT NULL,
  valid_until DATE NOT NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  -- The same line of a file sent twice is one line.
  UNIQUE KEY list_member_once (list_code, holder_id, valid_from),
  KEY list_member_by_holder (holder_id, valid_until),
  KEY list_member_by_list (list_code, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
