-- How many unpublished drafts an author has.
ALTER TABLE catalogue_draft ADD KEY catalogue_draft_author (author, state);
