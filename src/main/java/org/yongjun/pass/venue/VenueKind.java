package org.yongjun.pass.venue;

/**
 * What a venue is, as the programmes tell venues apart. A station (STATION: rail or coach) has
 * counters and lanes, a line has rides; SERVICE_STATION is a 退役军人服务站 or 拥军服务站. Streets, malls and
 * alliances are groups of venues, not kinds. Stored by name: never rename.
 */
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
  MONORAIL,
  SHUTTLE,
  STATION,
  AIRPORT,
  WHARF,
  LIBRARY,
  CULTURE_HALL,
  GALLERY,
  MEMORIAL,
  NATURE_RESERVE,
  AMUSEMENT,
  SUPERMARKET,
  HOME_APPLIANCE,
  BEAUTY,
  CAR_SERVICE,
  HOME_SERVICE,
  TELECOM,
  POST,
  BANK,
  SCHOOL,
  DRIVING_SCHOOL,
  HEALTH_CENTRE,
  FUNERAL_HOME,
  GOVERNMENT_COUNTER,
  SERVICE_STATION,
  OTHER
}
