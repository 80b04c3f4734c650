-- An open call (征集) names region, period and batch and stays as it was published. Shops apply; one
-- person enters an application and another decides it. A venue has one open application a class at a
-- time: the unique key holds it, and is given free by the decision.
CREATE TABLE venue_call (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  document VARCHAR(200) NULL,
  batch VARCHAR(40) NOT NULL,
  partner_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opens_on DATE NOT NULL,
  closes_on DATE NOT NULL,
  opened_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY venue_call_region (region, id)
);

CREATE TABLE venue_application (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  call_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  partner_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  open_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NULL,
  applied_on DATE NOT NULL,
  reason VARCHAR(500) NOT NULL,
  evidence VARCHAR(200) NULL,
  entered_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  decided_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_at DATETIME(6) NULL,
  decision_reason VARCHAR(500) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY venue_application_open (venue_id, open_class),
  KEY venue_application_region (region, id),
  CONSTRAINT venue_application_of_venue FOREIGN KEY (venue_id) REFERENCES venue (id)
);
