package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Goal: rides cost what the reports say. Method: each city's bundled catalogue is published and
 * redeemed over HTTP; fares are made up, sums are by hand: list/reference/payable/value in fen.
 */
class BusesTest {
  private static Counter bus(Place place) {
    return place.venue("BUS").charging("FARE", 200).open();
  }

  /** 2.00 → 0 for veterans of 芜湖, and for nobody else. */
  @Test
  @Covers("S01-015")
  void veteransOfWuhuRideFree() {
    Counter bus = bus(Place.of("wuhu-2023-1"));
    assertEquals("200/200/0/200 wuhu-2023-1/1", bus.use("VETERAN@340202", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", bus.use("SERVICEPERSON@340202", "FARE"));
    assertEquals("REGION_NOT_ENTITLED", bus.use("VETERAN@130402", "FARE"));
  }

  /** 2.00 → 0 for veterans and other beneficiaries of any place. */
  @Test
  @Covers("S01-083")
  void veteransOfAnyPlaceRideFreeInBeihai() {
    Counter bus = bus(Place.of("beihai-2023"));
    assertEquals("200/200/0/200 beihai-2023/2", bus.use("VETERAN@130402", "FARE"));
    assertEquals("200/200/0/200 beihai-2023/2", bus.use("MARTYR_SURVIVOR@450502", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", bus.use("SERVICEPERSON@450502", "FARE"));
  }

  /** 2.00 → 0.01, so 1.99 is the benefit. */
  @Test
  @Covers("S01-183")
  void rideInPuyangCostsOneFen() {
    Counter bus = bus(Place.of("puyang-2023"));
    assertEquals("200/200/1/199 puyang-2023/1", bus.use("VETERAN@410902", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", bus.use("FIREFIGHTER@410902", "FARE"));
    assertEquals("REGION_NOT_ENTITLED", bus.use("VETERAN@340202", "FARE"));
  }
}
