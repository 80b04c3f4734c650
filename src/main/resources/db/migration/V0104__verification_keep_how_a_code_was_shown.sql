-- A code is no longer always dynamic: `shown_as` is DYNAMIC:counter, SHORT:id or CARD.
ALTER TABLE verification
  ADD COLUMN shown_as VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN staff_check INT NOT NULL DEFAULT 0,
  ADD COLUMN spent INT NOT NULL DEFAULT 0;
UPDATE verification SET shown_as = CONCAT('DYNAMIC:', counter);
ALTER TABLE verification DROP COLUMN counter;

-- Empty where a signature did not hold, and for what was tried before this column was there.
ALTER TABLE attempt
  ADD COLUMN shown_as VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';
