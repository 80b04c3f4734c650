-- Plates of vehicles, each from its filing until another takes its place. The plate stands sealed;
-- `plate_index` is a keyed hash that finds it. A vehicle has one plate at a time and a plate belongs
-- to one vehicle at a time: the two “current” columns say so by unique keys, and are NULL afterwards.
CREATE TABLE vehicle_plate (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  plate_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  current_plate CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  current_holder CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sealed VARBINARY(256) NOT NULL,
  filed_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY vehicle_plate_current (current_plate),
  UNIQUE KEY vehicle_plate_of_holder (current_holder),
  KEY vehicle_plate_history (holder_id, filed_at, id)
);
