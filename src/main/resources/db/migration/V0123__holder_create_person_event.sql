-- What happened to a person (death, prison, transfer, a class gained or lost, proof of life), from
-- which day on, by which document, and who recorded it. Facts are only added: a mistake is set right
-- by a later event that names the one it corrects, each at most once.
CREATE TABLE person_event (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- In China's time zone; may lie before or after the day of recording.
  effective_on DATE NOT NULL,
  document VARCHAR(120) NOT NULL,
  -- The class that was gained, lost or approved; empty otherwise.
  holder_class VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Where a transfer goes to or comes from; NULL otherwise.
  other_region INT NULL,
  -- The person's home when the event was recorded.
  home_region INT NOT NULL,
  corrects_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY person_event_corrects (corrects_id),
  KEY person_event_by_holder (holder_id, id),
  KEY person_event_by_day (kind, effective_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How far each event has come: PENDING until its day, then APPLIED; ANNULLED by a correction.
CREATE TABLE person_event_state (
  event_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_on DATE NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Whether applying it changed the record, so that a correction has something to undo.
  changed SMALLINT NOT NULL,
  PRIMARY KEY (event_id),
  KEY person_event_state_due (state, due_on, event_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
