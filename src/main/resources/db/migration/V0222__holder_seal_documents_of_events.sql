-- A paper about a person may name a court or a hospital: it is sealed under the person's own key, as
-- the words of a card's application are, so that erasing the person ends it. Events that were recorded
-- before keep theirs in document, which is empty for all later ones.
ALTER TABLE person_event ADD COLUMN sealed_document VARBINARY(1024) NULL;
