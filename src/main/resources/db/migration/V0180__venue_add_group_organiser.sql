-- An association runs stations, a campaign is run by somebody: who leads a group.
ALTER TABLE venue_group ADD COLUMN organiser VARCHAR(120) NULL;
