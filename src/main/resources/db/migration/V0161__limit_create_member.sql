-- Who is counted at a counter that counts each person or each visit once: one row per person or
-- visit, whose standing uses say whether it is counted. The counter itself stays one row, changed by
-- a conditional update; whoever is counted already does not touch it.
CREATE TABLE limit_member (
  scope VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_value VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period_start DATE NOT NULL,
  unit VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- A person's pseudonym, a visit's id or a reservation's id.
  member VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  standing INT NOT NULL,
  PRIMARY KEY (scope, subject, subject_value, period, period_start, unit, member),
  CONSTRAINT limit_member_standing CHECK (standing >= 0)
);
