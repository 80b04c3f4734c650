-- A figure by booking day, and one as of a booking day, reads the days it names and no others.
CREATE INDEX rollup_day_booking ON rollup_day (booking_day, region);
