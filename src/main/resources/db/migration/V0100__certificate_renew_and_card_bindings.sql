-- A binding is renewed under the same index: `serial` counts its certificates and decides between
-- renewals of the same moment, `expires_at` is the newest one's end, `last_used_at` is written by
-- each redemption under the condition that the binding is active, so that a revocation and a
-- redemption of the same moment take turns. A static card is a binding without a device.
ALTER TABLE binding
  ADD COLUMN kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DEVICE',
  ADD COLUMN serial INT NOT NULL DEFAULT 1,
  ADD COLUMN expires_at DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00',
  ADD COLUMN last_used_at DATETIME(6) NULL,
  MODIFY COLUMN device_algorithm INT NULL,
  MODIFY COLUMN device_key VARBINARY(33) NULL;

UPDATE binding SET expires_at = COALESCE(
  (SELECT MAX(certificate.expires_at) FROM certificate WHERE certificate.binding_id = binding.id),
  expires_at);

-- The one card that a holder has. Whoever replaces it reads the previous one from the row that the
-- replacing update has locked, so of two new cards of the same moment one ends as revoked.
CREATE TABLE card_slot (
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  binding_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  previous_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (holder_id)
);
