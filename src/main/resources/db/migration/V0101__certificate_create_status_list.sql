-- The status list of an issuer. A change takes the next version under the lock of the head's row and
-- keeps it until it commits, so versions become visible in their order and none is ever missing
-- below one that is seen. `status_bit` has the indices whose bit is set now; `status_change` is the
-- log from which deltas are made, and is only added to.
CREATE TABLE status_head (
  issuer INT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (issuer)
);

CREATE TABLE status_bit (
  issuer INT NOT NULL,
  binding_index BIGINT NOT NULL,
  clear_at DATETIME(6) NOT NULL,
  PRIMARY KEY (issuer, binding_index),
  KEY status_bit_clear (issuer, clear_at)
);

CREATE TABLE status_change (
  issuer INT NOT NULL,
  version BIGINT NOT NULL,
  binding_index BIGINT NOT NULL,
  bit INT NOT NULL,
  at DATETIME(6) NOT NULL,
  PRIMARY KEY (issuer, version, binding_index),
  CONSTRAINT status_change_bit CHECK (bit IN (0, 1))
);
