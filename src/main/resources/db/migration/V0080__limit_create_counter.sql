-- How much was used of each limit, so that one conditional UPDATE decides whether a use still fits.
-- State, not ledger: the ledger can always rebuild it. Rows exist only for items that have limits.
CREATE TABLE limit_counter (
  scope VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_value VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period_start DATE NOT NULL,
  unit VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  used BIGINT NOT NULL,
  PRIMARY KEY (scope, subject, subject_value, period, period_start, unit),
  CONSTRAINT limit_counter_used CHECK (used >= 0)
);
