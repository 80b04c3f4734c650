-- Where a person was at home and in which classes, day by day: counts as of a past date read it, and
-- events with an earlier effective date rewrite it from that date on. The spans of a person do not
-- overlap; there is none before the first and after the last day of entitlement or after death.
CREATE TABLE holder_span (
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_day DATE NOT NULL,
  until_day DATE NOT NULL,
  home_region INT NOT NULL,
  class_bits INT NOT NULL,
  PRIMARY KEY (holder_id, from_day),
  KEY holder_span_by_region (home_region, from_day, until_day, class_bits)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO holder_span (holder_id, from_day, until_day, home_region, class_bits)
SELECT id, valid_from, valid_until, home_region, class_bits FROM holder
WHERE valid_from <= valid_until;
