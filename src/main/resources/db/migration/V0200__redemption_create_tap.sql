-- What gates and terminals let in and told later: one row per event, whatever became of it. The
-- unique keys decide: a client id names one event of its terminal for ever; a sequence number that
-- comes again with another client id is a twin, kept and flagged. Nothing that a code says stands
-- here unless every signature of it held; the code itself is not kept.
CREATE TABLE tap (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  client_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq BIGINT NOT NULL,
  twin INT NOT NULL,
  content_hash BINARY(32) NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_at DATETIME(6) NOT NULL,
  event_day DATE NOT NULL,
  received_at DATETIME(6) NOT NULL,
  outcome VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Pseudonym and use key of a code that verified; empty otherwise.
  person VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer INT NOT NULL,
  binding_index BIGINT NOT NULL,
  use_key VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- What the gate decided, as it said.
  item_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  catalogue_version INT NOT NULL,
  list_fen BIGINT NOT NULL,
  payable_fen BIGINT NOT NULL,
  value_fen BIGINT NOT NULL,
  bundle_version BIGINT NOT NULL,
  marks VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  names_client_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- What was settled; for a conflict the visit that was settled before. Empty where there is none.
  redemption_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  visit_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settled_payable_fen BIGINT NOT NULL,
  settled_value_fen BIGINT NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY tap_client (terminal_id, client_id),
  UNIQUE KEY tap_sequence (terminal_id, seq, twin),
  KEY tap_person (person, event_at, venue_id),
  KEY tap_day (event_day, region),
  CONSTRAINT tap_outcome CHECK (outcome IN ('SETTLED', 'CONFLICT', 'REJECTED')),
  CONSTRAINT tap_money CHECK (outcome = 'SETTLED' OR (settled_payable_fen = 0 AND settled_value_fen = 0))
);

-- What an office should look into, one row per tap and flag. The state is the review's.
CREATE TABLE tap_flag (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tap_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  flag VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  flagged_at DATETIME(6) NOT NULL,
  state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY tap_flag_tap (tap_id, flag),
  KEY tap_flag_region (region, id)
);

-- Annulments and exits that wait for the passage that they name; whoever pairs one deletes the row.
CREATE TABLE tap_pending (
  tap_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  terminal_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (tap_id),
  KEY tap_pending_terminal (terminal_id, since),
  KEY tap_pending_since (since)
);

-- Entry and exit where a gate asks for both. closed_by is empty while the person is inside, then
-- EXIT, or NIGHT where nobody saw the person leave: that has no duration.
CREATE TABLE tap_stay (
  pass_tap_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  business_day DATE NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  closed_by VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  exit_tap_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  exited_at DATETIME(6) NULL,
  seconds BIGINT NULL,
  PRIMARY KEY (pass_tap_id),
  KEY tap_stay_open (closed_by, business_day),
  CONSTRAINT tap_stay_closed CHECK (closed_by IN ('', 'EXIT', 'NIGHT')),
  CONSTRAINT tap_stay_seconds CHECK (seconds IS NULL OR seconds >= 0)
);
