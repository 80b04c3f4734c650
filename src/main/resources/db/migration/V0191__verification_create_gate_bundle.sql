-- Which version of its bundle a venue has, and what content each version had: a mark per section, so
-- that a gate is told what changed since its own. The head's row decides who gives the next number.
CREATE TABLE gate_bundle_head (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT NOT NULL,
  marks TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (venue_id)
);

CREATE TABLE gate_bundle_version (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT NOT NULL,
  marks TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (venue_id, version),
  KEY gate_bundle_version_age (version)
);
