package org.yongjun.pass.venue;

/** What a venue is, as the programmes tell venues apart. Stored by name: never rename. */
public enum VenueKind {
  SHOP,
  PHARMACY,
  RESTAURANT,
  HOTEL,
  HOSPITAL,
  SCENIC_SPOT,
  MUSEUM,
  PARK,
  CINEMA,
  BUS,
  METRO,
  FERRY,
  COACH,
  PARKING,
  FUEL_STATION,
  PROPERTY_DEVELOPER,
  OTHER
}
