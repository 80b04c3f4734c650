-- Whether a venue still has to rectify for another inspection is asked with each second check.
ALTER TABLE inspection_venue ADD KEY inspection_venue_by_venue (venue_id, state);
