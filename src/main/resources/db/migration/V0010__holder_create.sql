-- Holders: who is entitled, at home where, in which classes, from when until when.
--
-- This is the only table with personal data. Name, ID number, phone and national card number stand
-- in `personal`, encrypted under a key of that person's own, which stands encrypted in
-- `wrapped_key`. The *_index columns are keyed hashes that find a person by what the person gives;
-- `content_hash` tells whether an import changes anything. Erasing a person sets all six to NULL:
-- the row remains so that figures and the journal keep what they point at.
CREATE TABLE holder (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The 64 random bits that stand for the person in every code, as hex.
  tag CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- GB/T 2260.
  home_region INT NOT NULL,
  -- Bit i = the i-th holder class of the token format.
  class_bits INT NOT NULL,
  merit_class SMALLINT NOT NULL,
  disability_grade SMALLINT NOT NULL,
  -- First and last day of entitlement, both inclusive, in China's time zone.
  valid_from DATE NOT NULL,
  valid_until DATE NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- Not unique: members of a family share a phone.
  phone_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  card_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  wrapped_key VARBINARY(512) NULL,
  personal VARBINARY(2048) NULL,
  created_at DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY holder_by_tag (tag),
  UNIQUE KEY holder_by_id_number (id_index),
  KEY holder_by_phone (phone_index),
  KEY holder_by_card (card_index),
  -- Pages of one region run by id.
  KEY holder_by_region (home_region, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
