-- A bill of much value waits for a second person. The verification says where it was made, what it
-- gives and which items ask; the approval is a fact of its own, one per verification.
ALTER TABLE verification
  ADD COLUMN venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN region INT NOT NULL DEFAULT 0,
  ADD COLUMN benefit_value_fen BIGINT NOT NULL DEFAULT 0,
  -- 1 where approval_items, item ids with commas between, is not empty.
  ADD COLUMN approval INT NOT NULL DEFAULT 0,
  ADD COLUMN approval_items TEXT NULL,
  ADD KEY verification_approval (approval, region, id);

CREATE TABLE approval (
  verification_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved_at DATETIME(6) NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  item_ids TEXT NOT NULL,
  payable_fen BIGINT NOT NULL,
  benefit_value_fen BIGINT NOT NULL,
  PRIMARY KEY (verification_id)
);
