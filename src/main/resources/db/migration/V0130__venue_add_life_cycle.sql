-- A partner goes through stages: recruited, approved, under agreement, listed, rectifying, suspended,
-- delisted. Each step is an event that stays; the venue's row holds where the last one led, and is
-- moved on only from the event that the writer saw. Stock and flow of the register are sums over
-- entries of +1 and -1, so that opening - removed + added = closing by construction. Venues that were
-- there before are entered as registered on the business day of their creation.
ALTER TABLE venue
  ADD COLUMN stage VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NEW',
  ADD COLUMN event_seq INT NOT NULL DEFAULT 0,
  ADD COLUMN event_on DATE NULL;

CREATE TABLE venue_event (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT NOT NULL,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The business day of the fact; recorded_at is when it took effect on terminals.
  event_on DATE NOT NULL,
  stage_before VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage_after VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state_after VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(500) NOT NULL,
  evidence VARCHAR(200) NULL,
  partner_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NULL,
  batch VARCHAR(40) NULL,
  plaque_number VARCHAR(40) NULL,
  until_on DATE NULL,
  -- What else the step is about: a catalogue, a group, an application, an inspection.
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  a_level INT NULL,
  ownership VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (venue_id, seq),
  KEY venue_event_kind (kind, event_on),
  CONSTRAINT venue_event_of_venue FOREIGN KEY (venue_id) REFERENCES venue (id)
);

CREATE TABLE venue_stock_entry (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT NOT NULL,
  line INT NOT NULL,
  measure VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entry_on DATE NOT NULL,
  -- Whether the venue only changed its group: it was counted before and after.
  moved BOOLEAN NOT NULL,
  delta INT NOT NULL,
  region INT NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ownership VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  a_level INT NOT NULL,
  stage VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partner_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  batch VARCHAR(40) NOT NULL,
  group_id VARCHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (venue_id, seq, line),
  KEY venue_stock_entry_figure (measure, region, entry_on)
);

UPDATE venue SET
  stage = CASE state WHEN 'ACTIVE' THEN 'LISTED' ELSE state END,
  event_seq = 1,
  event_on = DATE(DATE_ADD(created_at, INTERVAL 8 HOUR));

INSERT INTO venue_event (venue_id, seq, kind, event_on, stage_before, stage_after, state_after,
  reason, actor, recorded_at)
SELECT id, 1, 'REGISTERED', event_on, 'NEW', stage, state, '启用场所生命周期前已登记', 'migration',
  created_at
FROM venue;

INSERT INTO venue_stock_entry (venue_id, seq, line, measure, entry_on, moved, delta, region, kind,
  ownership, a_level, stage, partner_class, batch, group_id)
SELECT id, 1, 1, 'VENUE', event_on, FALSE, 1, region, kind, ownership, a_level, '', '', '', ''
FROM venue WHERE stage IN ('LISTED', 'SUSPENDED');

INSERT INTO venue_stock_entry (venue_id, seq, line, measure, entry_on, moved, delta, region, kind,
  ownership, a_level, stage, partner_class, batch, group_id)
SELECT id, 1, 2, 'STAGE', event_on, FALSE, 1, region, kind, ownership, a_level, stage, '', '', ''
FROM venue;
