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

  /** 2.00 → 0 for veterans of the city, and for nobody else. */
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

  /** 2.00 → 0.01 by the bank's channel, so 1.99 is the benefit; the full fare by any other. */
  @Test
  @Covers("S01-183")
  void rideInPuyangCostsOneFen() {
    Place puyang = Place.of("puyang-2023");
    Counter bus = puyang.venue("BUS").charging("FARE", 200).open("ZHONGYUAN_BANK");
    assertEquals("CONDITION_FAILED", bus(puyang).use("VETERAN@410902", "FARE"));
    Counter other = puyang.venue("BUS").charging("FARE", 200).open("OTHER_BANK");
    assertEquals("CONDITION_FAILED", other.use("VETERAN@410902", "FARE"));
    assertEquals("200/200/1/199 puyang-2023/1", bus.use("VETERAN@410902", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", bus.use("FIREFIGHTER@410902", "FARE"));
    assertEquals("REGION_NOT_ENTITLED", bus.use("VETERAN@340202", "FARE"));
  }

  /** 2.00 → 0 on the bus; 30.00 → 0 at the park, which the firefighter pays. */
  @Test
  @Covers({"S01-039", "S01-040"})
  void soldiersAndFirefightersRideFreeInKaifengAndSoldiersEnterParksFree() {
    Place kaifeng = Place.of("kaifeng-2023");
    Counter bus = bus(kaifeng);
    assertEquals("200/200/0/200 kaifeng-2023/1", bus.use("SERVICEPERSON@410202", "FARE"));
    assertEquals("200/200/0/200 kaifeng-2023/1", bus.use("FIREFIGHTER@410202", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", bus.use("VETERAN@410202", "FARE"));
    Counter park = kaifeng.venue("PARK").charging("ADMISSION", 3000).open();
    assertEquals("3000/3000/0/3000 kaifeng-2023/2", park.use("SERVICEPERSON@410202", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", park.use("FIREFIGHTER@410202", "ADMISSION"));
  }

  /** 1.50 → 0 inside the urban areas; a line that leaves them carries no tag. */
  @Test
  @Covers("S01-114")
  void soldiersAndVeteransRideFreeInsideTheUrbanAreasOfXuchang() {
    Place xuchang = Place.of("xuchang-2023");
    Counter urban = xuchang.venue("BUS").tagged("城区线路").charging("FARE", 150).open();
    assertEquals("150/150/0/150 xuchang-2023/1", urban.use("VETERAN@411002", "FARE"));
    assertEquals("150/150/0/150 xuchang-2023/1", urban.use("SERVICEPERSON@411002", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", urban.use("MILITARY_DEPENDENT@411002", "FARE"));
    assertEquals("VENUE_NOT_ACTIVE", bus(xuchang).use("VETERAN@411002", "FARE"));
  }

  /** 2.00 and 3.50 → 0 on bus and metro, wherever the veteran lives. */
  @Test
  @Covers("S01-153")
  void veteransOfAnyPlaceRideFreeInLianyungang() {
    Place lianyungang = Place.of("lianyungang-2023");
    assertEquals(
        "200/200/0/200 lianyungang-2023/1", bus(lianyungang).use("VETERAN@130402", "FARE"));
    Counter metro = lianyungang.venue("METRO").charging("FARE", 350).open();
    assertEquals("350/350/0/350 lianyungang-2023/1", metro.use("VETERAN@320703", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", metro.use("SERVICEPERSON@320703", "FARE"));
  }

  /** 2.00 and 10.00 → 0 for veterans and dependents of any place. */
  @Test
  @Covers("S01-220")
  void publicTransportOfAnyangIsFreeForVeteransAndDependents() {
    Place anyang = Place.of("anyang-2023");
    assertEquals("200/200/0/200 anyang-2023/1", bus(anyang).use("VETERAN@130402", "FARE"));
    Counter ferry = anyang.venue("FERRY").charging("FARE", 1000).open();
    assertEquals("1000/1000/0/1000 anyang-2023/1", ferry.use("MILITARY_DEPENDENT@620702", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", ferry.use("SERVICEPERSON@410502", "FARE"));
  }

  /** 2.00 → 0. */
  @Test
  @Covers("S01-175")
  void soldiersOfZhangyeRideFree() {
    Counter bus = bus(Place.of("zhangye-2023"));
    assertEquals("200/200/0/200 zhangye-2023/3", bus.use("SERVICEPERSON@620702", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", bus.use("VETERAN@620702", "FARE"));
    assertEquals("REGION_NOT_ENTITLED", bus.use("SERVICEPERSON@130402", "FARE"));
  }
}
