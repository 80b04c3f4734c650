-- A venue has tags of its own and those of the groups that it is in. Leaving a group takes its tag away
-- only where neither another group nor the venue itself brought the same. Which of today's tags of a
-- member were its own is not known; they go with the group, as before.
ALTER TABLE venue ADD COLUMN own_tags VARCHAR(2000) NOT NULL DEFAULT '';

UPDATE venue SET own_tags = tags
WHERE NOT EXISTS (SELECT 1 FROM venue_group_member m WHERE m.venue_id = venue.id);
