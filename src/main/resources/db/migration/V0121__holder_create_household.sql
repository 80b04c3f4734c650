-- Households: who shares what is granted once per household. On any one day a person belongs to at
-- most one; who belongs to none counts alone. Lines are ended, not deleted, so that a past use is
-- judged by the household of its day.
CREATE TABLE household (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE household_member (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  household_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE NOT NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY household_member_by_holder (holder_id, valid_until),
  KEY household_member_by_household (household_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
