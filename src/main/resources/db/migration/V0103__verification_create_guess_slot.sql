-- Ten slots per terminal. Each try of a short code takes a slot that was not taken within the last
-- ten minutes, and gives it back when the code is known: a terminal without a free slot is locked,
-- however many requests come at once.
CREATE TABLE guess_slot (
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slot INT NOT NULL,
  taken_at DATETIME(6) NOT NULL,
  taken_by CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (terminal_id, slot)
);
