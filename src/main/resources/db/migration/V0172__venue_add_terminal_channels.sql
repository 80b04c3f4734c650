-- A terminal may be held to some channels: a bank's own terminal states its own channel alone. Words
-- with spaces between; empty for a terminal that may state any.
ALTER TABLE terminal
  ADD COLUMN channels VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';
