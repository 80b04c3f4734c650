-- Holders look for venues around them, so a venue may state its position, address and opening hours.
-- Positions are WGS-84 in millionths of a degree (never GCJ-02, which maps of China print); a search
-- reads a span of latitudes by the index and computes distances for what lies in it.
ALTER TABLE venue
  ADD COLUMN latitude_e6 INT NULL,
  ADD COLUMN longitude_e6 INT NULL,
  ADD COLUMN address VARCHAR(200) NULL,
  ADD COLUMN opening_hours TEXT NULL;

CREATE INDEX venue_position ON venue (latitude_e6, longitude_e6);
