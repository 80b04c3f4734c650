-- Why an entitlement is paused. A person may be in prison and under review at once: taking one cause
-- away must not lift the other. The status in table holder is SUSPENDED while there is any.
CREATE TABLE holder_hold (
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (holder_id, cause)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO holder_hold (holder_id, cause, since)
SELECT id, 'OFFICE', updated_at FROM holder WHERE status = 'SUSPENDED';
