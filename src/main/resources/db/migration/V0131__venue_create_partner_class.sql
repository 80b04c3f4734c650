-- What a partner is called (拥军企业, 拥军门店, 拥军志愿服务站 ...) differs from place to place and is data, as
-- is whether such a partner redeems: a plaque for publicity or for jobs does not. A plaque is one
-- class at one venue; an agreement is in force from one day to another. Both keep their end.
CREATE TABLE partner_class (
  code VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL,
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  redeems BOOLEAN NOT NULL,
  created_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (code),
  KEY partner_class_region (region, code)
);

CREATE TABLE venue_plaque (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT NOT NULL,
  partner_class VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  batch VARCHAR(40) NOT NULL,
  number VARCHAR(40) NULL,
  awarded_on DATE NOT NULL,
  removed_on DATE NULL,
  PRIMARY KEY (venue_id, seq)
);

CREATE TABLE venue_agreement (
  venue_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq INT NOT NULL,
  region INT NOT NULL,
  signed_on DATE NOT NULL,
  until_on DATE NULL,
  ended_on DATE NULL,
  catalogue VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  evidence VARCHAR(200) NULL,
  PRIMARY KEY (venue_id, seq),
  KEY venue_agreement_region (region, signed_on)
);
