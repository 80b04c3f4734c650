-- What is written of a paper may name persons: it is kept under the key of the deceased, so that
-- erasing that person reaches it, and a keyed hash of it makes one claim of one paper. What was kept
-- before in clear goes; those claims have the index of their id, which is no paper's.
ALTER TABLE survivor_claim ADD COLUMN sealed_document VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

ALTER TABLE survivor_claim ADD COLUMN document_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

UPDATE survivor_claim SET document_index = id;

ALTER TABLE survivor_claim ADD UNIQUE KEY survivor_claim_once (deceased_holder_id, venue_id, document_index);

ALTER TABLE survivor_claim DROP COLUMN document;
