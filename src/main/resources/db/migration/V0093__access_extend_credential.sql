-- A terminal's security profile narrows what its role allows; the version of its key tells tokens of
-- the key in force from those of an earlier one.
ALTER TABLE credential
  ADD COLUMN profile VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'FULL',
  ADD COLUMN key_version INT NOT NULL DEFAULT 1,
  ADD COLUMN revoked_at DATETIME(6) NULL,
  ADD KEY credential_venue (venue_id, id);
