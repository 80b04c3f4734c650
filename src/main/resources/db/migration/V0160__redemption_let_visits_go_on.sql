-- Further parts of a visit come without a code, so the visit remembers whether staff had to compare
-- the holder with a photo when it was opened.
ALTER TABLE visit
  ADD COLUMN staff_check INT NOT NULL DEFAULT 0;
