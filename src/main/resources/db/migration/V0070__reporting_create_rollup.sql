-- Sums by event day and booking day over all that figures are asked by; every figure reads these
-- rows, none reads the ledger. One transaction adds work rows here and deletes exactly those.
CREATE TABLE rollup_day (
  event_day DATE NOT NULL,
  booking_day DATE NOT NULL,
  region INT NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  item_id VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  class_bits INT NOT NULL,
  home_region INT NOT NULL,
  venue_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uses BIGINT NOT NULL,
  visits BIGINT NOT NULL,
  list_fen BIGINT NOT NULL,
  reference_fen BIGINT NOT NULL,
  payable_fen BIGINT NOT NULL,
  benefit_value_fen BIGINT NOT NULL,
  PRIMARY KEY (event_day, booking_day, region, venue_id, item_id, class_bits, home_region, venue_kind),
  KEY rollup_day_region (region, event_day)
);

-- One worker at a time takes up the work of a shard; a lease that ran out may be taken over.
CREATE TABLE rollup_lease (
  shard INT NOT NULL,
  owner VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  PRIMARY KEY (shard)
);

INSERT INTO rollup_lease (shard, owner, expires_at) VALUES
  (0, '', '2000-01-01 00:00:00'), (1, '', '2000-01-01 00:00:00'),
  (2, '', '2000-01-01 00:00:00'), (3, '', '2000-01-01 00:00:00'),
  (4, '', '2000-01-01 00:00:00'), (5, '', '2000-01-01 00:00:00'),
  (6, '', '2000-01-01 00:00:00'), (7, '', '2000-01-01 00:00:00');
