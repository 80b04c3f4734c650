-- How often a static card was used on a business day; counted by a conditional update.
CREATE TABLE card_use (
  issuer INT NOT NULL,
  binding_index BIGINT NOT NULL,
  day DATE NOT NULL,
  used INT NOT NULL,
  PRIMARY KEY (issuer, binding_index, day)
);
