-- An issuer signs certificates with keys of its own; private keys are wrapped by a key that the
-- database does not have. A binding is one holder on one device: its index is dense per issuer,
-- names the holder's place in the status list and is never assigned again.
CREATE TABLE issuer (
  number INT NOT NULL,
  name VARCHAR(120) NOT NULL,
  region INT NOT NULL,
  next_index BIGINT NOT NULL,
  PRIMARY KEY (number)
);

CREATE TABLE issuer_key (
  kid CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  algorithm INT NOT NULL,
  purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_key VARBINARY(33) NOT NULL,
  wrapped_private VARBINARY(1024) NOT NULL,
  class_scope INT NOT NULL,
  region_scope INT NOT NULL,
  not_before BIGINT NOT NULL,
  sign_until BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (kid)
);

CREATE TABLE binding (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer INT NOT NULL,
  binding_index BIGINT NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  device_algorithm INT NOT NULL,
  device_key VARBINARY(33) NOT NULL,
  custody VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY binding_index (issuer, binding_index),
  UNIQUE KEY binding_device (device_key),
  KEY binding_holder (holder_id)
);

CREATE TABLE certificate (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  binding_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kid CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  block VARBINARY(256) NOT NULL,
  PRIMARY KEY (id),
  KEY certificate_binding (binding_id, id),
  CONSTRAINT certificate_of_binding FOREIGN KEY (binding_id) REFERENCES binding (id)
);
