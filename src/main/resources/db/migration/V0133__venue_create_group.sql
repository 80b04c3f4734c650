-- Streets, malls and night markets are clusters of venues, alliances and associations unions of them;
-- a venue is a member from one day to another. The group's tag stands among the venue's tags as long,
-- so that an item for the group applies to its members.
CREATE TABLE venue_group (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  tag VARCHAR(40) NOT NULL,
  founded_on DATE NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY venue_group_region (region, id)
);

CREATE TABLE venue_group_member (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT NOT NULL,
  group_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  joined_on DATE NOT NULL,
  left_on DATE NULL,
  PRIMARY KEY (venue_id, seq),
  KEY venue_group_member_group (group_id, venue_id)
);

ALTER TABLE venue MODIFY COLUMN tags VARCHAR(2000) NOT NULL;
