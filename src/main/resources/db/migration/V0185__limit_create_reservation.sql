-- A use of a limited benefit that is kept for one person for some minutes. State, not ledger: the
-- charges are taken when it is made and given back when it ends without a redemption.
CREATE TABLE reservation (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Who asked: a person's pseudonym or a terminal's id.
  actor VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  item_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_version INT NOT NULL,
  value_fen BIGINT NOT NULL,
  business_day DATE NOT NULL,
  -- 1 for the person's first reservation of the item on that day.
  attempt INT NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Empty while it is held and its id afterwards, so that a person holds an item once at a time.
  slot VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  redemption_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY reservation_request (actor, idempotency_key),
  UNIQUE KEY reservation_held (person, item_id, slot),
  UNIQUE KEY reservation_attempt (person, item_id, business_day, attempt),
  KEY reservation_expiry (state, expires_at),
  CONSTRAINT reservation_value CHECK (value_fen >= 0)
);

-- What a reservation took of which counter.
CREATE TABLE reservation_charge (
  reservation_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scope VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_value VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  period_start DATE NOT NULL,
  unit VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount BIGINT NOT NULL,
  most BIGINT NOT NULL,
  PRIMARY KEY (reservation_id, scope, subject, subject_value, period, period_start, unit)
);
