-- A code opens one visit: the unique key decides between terminals that submit the same code.
-- standing counts the redemptions of the visit that are not reversed.
CREATE TABLE visit (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer INT NOT NULL,
  binding_index BIGINT NOT NULL,
  counter BIGINT NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  business_day DATE NOT NULL,
  opened_by VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  standing INT NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY visit_code (issuer, binding_index, counter)
);

-- An idempotency key belongs to its terminal (or officer) for ever. The row is written in the
-- transaction of what it stands for (or alone, for a final refusal) with the answer that every
-- repeat gets.
CREATE TABLE claim (
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash BINARY(32) NOT NULL,
  answer MEDIUMTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (actor, idempotency_key)
);

-- The ledger: one row per bill part that a benefit applied to, and one per part reversed
-- (direction -1, always in full). The application's user may only insert and select. The checks
-- hold the money rules whatever the application does.
CREATE TABLE ledger_entry (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  redemption_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  direction INT NOT NULL,
  visit_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INT NOT NULL,
  visit_delta INT NOT NULL,
  visit_item_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_version INT NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  class_bits INT NOT NULL,
  class_used INT NOT NULL,
  home_region INT NOT NULL,
  list_fen BIGINT NOT NULL,
  reference_fen BIGINT NOT NULL,
  payable_fen BIGINT NOT NULL,
  benefit_value_fen BIGINT NOT NULL,
  layers TEXT NOT NULL,
  facts MEDIUMTEXT NOT NULL,
  trace MEDIUMTEXT NOT NULL,
  reason VARCHAR(200) NOT NULL,
  occurred_at DATETIME(6) NOT NULL,
  booked_at DATETIME(6) NOT NULL,
  event_day DATE NOT NULL,
  booking_day DATE NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY ledger_entry_part (visit_id, part, attempt, direction),
  KEY ledger_entry_redemption (redemption_id),
  KEY ledger_entry_day (event_day, region),
  CONSTRAINT ledger_entry_direction CHECK (direction IN (1, -1)),
  CONSTRAINT ledger_entry_visit_delta CHECK (visit_delta IN (0, direction)),
  CONSTRAINT ledger_entry_money CHECK (
    list_fen >= reference_fen AND reference_fen >= payable_fen AND payable_fen >= 0
  ),
  CONSTRAINT ledger_entry_value CHECK (benefit_value_fen = reference_fen - payable_fen)
);

-- What the roll-ups have not taken up yet; written by the redemption's own transaction. Shards keep
-- the workers of several instances apart. The id only tells rows apart, it is never a watermark.
CREATE TABLE rollup_work (
  id BIGINT NOT NULL AUTO_INCREMENT,
  shard INT NOT NULL,
  event_day DATE NOT NULL,
  booking_day DATE NOT NULL,
  region INT NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  class_bits INT NOT NULL,
  home_region INT NOT NULL,
  uses BIGINT NOT NULL,
  visits BIGINT NOT NULL,
  list_fen BIGINT NOT NULL,
  reference_fen BIGINT NOT NULL,
  payable_fen BIGINT NOT NULL,
  benefit_value_fen BIGINT NOT NULL,
  PRIMARY KEY (id),
  KEY rollup_work_shard (shard, id)
);
