-- An inspection campaign draws its venues once, all of them or by a seed that stands on record, so that
-- another office can draw them again. Each venue drawn has a place where it stands; what was found,
-- reported and decided are notes that stay. Conditional updates decide who came first.
CREATE TABLE inspection (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  document VARCHAR(200) NULL,
  inspecting_body VARCHAR(120) NULL,
  begins_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partner_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seed VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  population INT NOT NULL,
  population_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  drawn INT NOT NULL,
  drawn_at DATETIME(6) NULL,
  report VARCHAR(4000) NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY inspection_region (region, id)
);

CREATE TABLE inspection_venue (
  inspection_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place INT NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Whether it ever had to rectify, whatever came of it.
  failed BOOLEAN NOT NULL,
  deadline DATE NULL,
  PRIMARY KEY (inspection_id, venue_id),
  UNIQUE KEY inspection_venue_place (inspection_id, place)
);

CREATE TABLE inspection_note (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  inspection_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state_after VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note_on DATE NOT NULL,
  text VARCHAR(500) NOT NULL,
  inspector VARCHAR(60) NULL,
  evidence VARCHAR(200) NULL,
  actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY inspection_note_venue (inspection_id, venue_id, id)
);
