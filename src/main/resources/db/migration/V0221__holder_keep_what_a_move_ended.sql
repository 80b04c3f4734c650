-- A move ends lines of lists; a move that was recorded by mistake gives them back. Which event ended a
-- line, and what its last day was before.
ALTER TABLE list_member
  ADD COLUMN ended_by CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN until_before DATE NULL,
  ADD KEY list_member_by_event (ended_by);
