package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Goal: a priority is granted at the venues and to the people that a report names, is worth nothing
 * and counts one use. Method: bundled catalogues redeemed over HTTP.
 */
class PrioritiesTest {
  /** At a venue of that kind the one is first and the other not. */
  private static void first(Place place, String item, String kind, String holder, String other) {
    Counter window = place.venue(kind).charging("PRIORITY", 0).open();
    assertEquals("0/0/0/0 " + item, window.use(holder, "PRIORITY"), kind);
    assertEquals("CLASS_NOT_ENTITLED", window.use(other, "PRIORITY"), kind);
  }

  private static void firstAt(String item, String holder, String other, String... kinds) {
    Place place = Place.of(item.substring(0, item.indexOf('/')));
    for (String kind : kinds) {
      first(place, item, kind, holder, other);
    }
  }

  @Test
  @Covers({"S01-005", "S01-041", "S01-092", "S01-108", "S01-135"})
  void soldiersAreFirstAtWindowsInTheWestAndTheMiddle() {
    firstAt(
        "zhangye-2023/4",
        "SERVICEPERSON@620702",
        "VETERAN@620702",
        "STATION",
        "HOSPITAL",
        "SCENIC_SPOT");
    firstAt("kaifeng-2023/3", "SERVICEPERSON@410202", "VETERAN@410202", "HOSPITAL", "STATION");
    firstAt(
        "liupanshui-2023/2",
        "SERVICEPERSON@520201",
        "VETERAN@520201",
        "GOVERNMENT_COUNTER",
        "BANK");
    firstAt("guangan-2023/1", "SERVICEPERSON@511602", "VETERAN@511602", "STATION", "SCENIC_SPOT");
    firstAt("xiangyang-2023/3", "SERVICEPERSON@420602", "VETERAN@420602", "GOVERNMENT_COUNTER");
  }

  @Test
  @Covers({"S01-141", "S01-203", "S01-222"})
  void soldiersHaveWindowsAndLanesOfTheirOwn() {
    firstAt("puyang-2023-11/3", "SERVICEPERSON@410902", "VETERAN@410902", "STATION", "HOSPITAL");
    firstAt("bayingolin-2023/1", "SERVICEPERSON@652801", "VETERAN@652801", "AIRPORT", "STATION");
    firstAt("anyang-2023-priority/1", "SERVICEPERSON@410502", "VETERAN@410502", "HOSPITAL");
  }

  @Test
  @Covers({"S01-069", "S01-218"})
  void firefightersOrVeteransAreFirstToo() {
    firstAt("wuhai-2023/5", "FIREFIGHTER@150302", "VETERAN@150302", "AIRPORT", "HOSPITAL");
    firstAt("wuhai-2023/5", "SERVICEPERSON@150302", "MILITARY_DEPENDENT@150302", "STATION");
    firstAt("karamay-2023/1", "VETERAN@650203", "MILITARY_DEPENDENT@650203", "BANK", "HOSPITAL");
    firstAt("karamay-2023/1", "SERVICEPERSON@650203", "FIREFIGHTER@650203", "SCENIC_SPOT");
  }

  @Test
  @Covers({"S01-188", "S04-05"})
  void beneficiariesAreFirstBesideSoldiers() {
    for (String first : new String[] {"SERVICEPERSON", "VETERAN", "MARTYR_SURVIVOR"}) {
      firstAt(
          "shuangyashan-2023/1", first + "@230502", "MILITARY_DEPENDENT@230502", "STATION", "BANK");
    }
    firstAt("jiangjin-2024/2", "DISABLED_SERVICEPERSON@500116", "VETERAN@500116", "BANK");
    firstAt("jiangjin-2024/2", "SERVICEPERSON@500116", "FIREFIGHTER@500116", "HOSPITAL");
  }

  /** The sign is a tag: without it there is no priority. */
  @Test
  @Covers({"S01-242", "S01-254"})
  void placesWithTheSignServeSoldiersAndVeteransFirst() {
    Place zhangzhou = Place.of("zhangzhou-2023");
    Counter signed = zhangzhou.venue("POST").tagged("依法优先").charging("PRIORITY", 0).open();
    assertEquals("0/0/0/0 zhangzhou-2023/1", signed.use("VETERAN@350602", "PRIORITY"));
    assertEquals("CLASS_NOT_ENTITLED", signed.use("FIREFIGHTER@350602", "PRIORITY"));
    Counter unsigned = zhangzhou.venue("POST").charging("PRIORITY", 0).open();
    assertEquals("VENUE_NOT_ACTIVE", unsigned.use("VETERAN@350602", "PRIORITY"));
    Counter lane =
        Place.of("hebei-2023")
            .venue("STATION")
            .in("130602")
            .tagged("优先通道")
            .charging("PRIORITY", 0)
            .open();
    assertEquals("0/0/0/0 hebei-2023/2", lane.use("SERVICEPERSON@130402", "PRIORITY"));
    assertEquals("CLASS_NOT_ENTITLED", lane.use("MILITARY_DEPENDENT@130402", "PRIORITY"));
    assertEquals("REGION_NOT_ENTITLED", lane.use("VETERAN@350602", "PRIORITY"));
  }

  /** Five channels at one counter; each is one use worth nothing. */
  @Test
  @Covers("S01-023")
  void wuzhongHasFiveGreenChannels() {
    Counter counter =
        Place.of("wuzhong-2023")
            .venue("GOVERNMENT_COUNTER")
            .charging("PUBLIC_SERVICE", 0)
            .charging("EMPLOYMENT", 0)
            .charging("PETITION", 0)
            .charging("LIVING_SUPPORT", 0)
            .charging("LEGAL_AID", 0)
            .open();
    String[] channels = {"PUBLIC_SERVICE", "EMPLOYMENT", "PETITION", "LIVING_SUPPORT", "LEGAL_AID"};
    for (String channel : channels) {
      assertEquals("0/0/0/0 wuzhong-2023/4", counter.use("VETERAN@640302", channel));
    }
    assertEquals("0/0/0/0 wuzhong-2023/4", counter.use("SERVICEPERSON@640302", channels));
    assertEquals("CLASS_NOT_ENTITLED", counter.use("FIREFIGHTER@640302", "LEGAL_AID"));
  }
}
