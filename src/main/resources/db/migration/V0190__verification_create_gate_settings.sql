-- How the gates of a venue behave, as its office filed it. A venue without a row has the defaults; yes
-- and no are 1 and 0, and a limit of 0 is none.
CREATE TABLE gate_settings (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  anti_passback_seconds INT NOT NULL,
  fail_open INT NOT NULL,
  daily_limit_per_gate INT NOT NULL,
  daily_limit_per_holder INT NOT NULL,
  exit_required INT NOT NULL,
  online_budget_millis INT NOT NULL,
  passage_label VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  filed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  filed_at DATETIME(6) NOT NULL,
  version INT NOT NULL,
  PRIMARY KEY (venue_id)
);
