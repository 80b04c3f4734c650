-- Cards of every kind, ours and those of partners: who applied, how far each application came, and
-- what partners report of cards that we know by number only. Each step is an event; the application's
-- row holds where the last one led, and its number decides between two officers.
CREATE TABLE card_type (
  -- A word for the whole country.
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  -- Whoever makes the card; NULL where it is our own static card.
  partner VARCHAR(120) NULL,
  -- Who may have one: bit i = the i-th holder class of the token format.
  class_bits INT NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What goes wrong with applications, as offices name it.
CREATE TABLE card_problem (
  code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(120) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO card_problem (code, title) VALUES
  ('LOST_PAPERS', '退伍证件或档案丢失'),
  ('NAME_VARIANT', '档案中姓名同音不同字'),
  ('PHOTO', '照片不合格'),
  ('UPSTREAM_SLOW', '上级系统网络缓慢'),
  ('ARCHIVE_ELSEWHERE', '单位或自行保管档案、异地入伍'),
  ('NO_TIME', '工作日无法到场');

CREATE TABLE card_application (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The holder's home when it was made.
  region INT NOT NULL,
  channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The number of the last event: a step is taken from it to the next.
  last_event INT NOT NULL,
  -- The day of the last event: days run forward.
  last_day DATE NOT NULL,
  accepted_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- The holder while the application stands, NULL once it was refused or withdrawn: one at a time.
  standing_of CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY card_application_once (type_code, standing_of),
  KEY card_application_by_region (region, type_code, stage, id),
  KEY card_application_by_holder (holder_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE card_event (
  application_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT NOT NULL,
  stage VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  on_day DATE NOT NULL,
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Codes of problems, divided by semicolons.
  problems VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Remark and documents, sealed under the person's own key: erasing the person ends them.
  notes VARBINARY(4096) NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (application_id, number),
  KEY card_event_by_stage (stage, on_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a partner reports of its cards as of a day; never added to what we count ourselves.
CREATE TABLE card_report (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  stage VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  as_of DATE NOT NULL,
  cards BIGINT NOT NULL,
  reporter VARCHAR(120) NOT NULL,
  reported_on DATE NOT NULL,
  document VARCHAR(200) NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY card_report_by_type (region, type_code, as_of)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
