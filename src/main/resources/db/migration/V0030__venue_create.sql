-- A venue is a partner merchant, a scenic spot or an operator. Prices that the public pays are
-- filed here, so that a fare or a ticket never comes from a terminal.
CREATE TABLE venue (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  a_level INT NOT NULL,
  ownership VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tags VARCHAR(1000) NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tariff TEXT NOT NULL,
  version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY venue_region (region, id)
);

CREATE TABLE terminal (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label VARCHAR(60) NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY terminal_venue (venue_id, id),
  CONSTRAINT terminal_of_venue FOREIGN KEY (venue_id) REFERENCES venue (id)
);
