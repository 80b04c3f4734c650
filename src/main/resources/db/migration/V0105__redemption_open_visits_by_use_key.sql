-- What opens a visit: DYNAMIC:counter, SHORT:id, or CARD:terminal:idempotency key, once per issuer
-- and binding index.
ALTER TABLE visit
  ADD COLUMN use_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';
UPDATE visit SET use_key = CONCAT('DYNAMIC:', counter);
ALTER TABLE visit
  DROP KEY visit_code,
  ADD UNIQUE KEY visit_use (issuer, binding_index, use_key),
  DROP COLUMN counter;
