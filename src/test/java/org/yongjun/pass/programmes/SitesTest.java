package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Goal: whom the reports let in free enters free, at these venues and no others. Method: bundled
 * catalogues redeemed over HTTP; tickets are made up, sums are by hand:
 * list/reference/payable/value in fen.
 */
class SitesTest {
  private static Counter site(Place place, int aLevel, String ownership, String... tags) {
    return place
        .venue("SCENIC_SPOT")
        .aLevel(aLevel)
        .owned(ownership)
        .tagged(tags)
        .charging("ADMISSION", 4500)
        .open();
  }

  /**
   * 45.00 → 0 by the text of August for soldiers, by that of May for dependents, veterans by
   * either.
   */
  @Test
  @Covers({"S01-003", "S01-171"})
  void cityOwned4ASitesOfZhangyeAreFreeByEitherOfTwoTexts() {
    Counter site = site(Place.of("zhangye-2023"), 4, "CITY_OWNED");
    assertEquals("4500/4500/0/4500 zhangye-2023/2", site.use("SERVICEPERSON@130402", "ADMISSION"));
    assertEquals(
        "4500/4500/0/4500 zhangye-2023/1", site.use("MILITARY_DEPENDENT@130402", "ADMISSION"));
    assertEquals("4500/4500/0/4500 zhangye-2023/1", site.use("VETERAN@620702", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", site.use("FIREFIGHTER@620702", "ADMISSION"));
    assertEquals(
        "CLASS_NOT_ENTITLED",
        site(Place.of("zhangye-2023"), 3, "CITY_OWNED").use("VETERAN@620702", "ADMISSION"));
  }

  /** 45.00 → 0 at a site that carries the sign. */
  @Test
  void soldiersEnterFreeInZhangyeWhereTheSignSaysSo() {
    Counter signed = site(Place.of("zhangye-2023"), 3, "PRIVATE", "军人免费");
    assertEquals(
        "4500/4500/0/4500 zhangye-2023/5", signed.use("SERVICEPERSON@620702", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", signed.use("VETERAN@620702", "ADMISSION"));
    Counter unsigned = site(Place.of("zhangye-2023"), 3, "PRIVATE");
    assertEquals("CLASS_NOT_ENTITLED", unsigned.use("SERVICEPERSON@620702", "ADMISSION"));
  }

  /** 45.00 → 0 at any A-class site; the named one stays out. */
  @Test
  @Covers("S01-127")
  void everyAClassSiteOfShiyanIsFreeExceptTheNamedOne() {
    Place shiyan = Place.of("shiyan-2023");
    assertEquals(
        "4500/4500/0/4500 shiyan-2023/1",
        site(shiyan, 1, "PRIVATE").use("VETERAN@420302", "ADMISSION"));
    assertEquals(
        "4500/4500/0/4500 shiyan-2023/1",
        site(shiyan, 5, "STATE_OWNED").use("SERVICEPERSON@420302", "ADMISSION"));
    assertEquals(
        "VENUE_NOT_ACTIVE",
        site(shiyan, 5, "STATE_OWNED", "武当山景区").use("VETERAN@420302", "ADMISSION"));
    assertEquals(
        "REGION_NOT_ENTITLED", site(shiyan, 1, "PRIVATE").use("VETERAN@130402", "ADMISSION"));
  }

  /** Museum 20.00 → 0 and site 45.00 → 0 for serving members alone. */
  @Test
  @Covers("S01-066")
  void museumsAnd23SitesOfWuhaiAreFreeForSoldiers() {
    Place wuhai = Place.of("wuhai-2023");
    for (String kind : new String[] {"LIBRARY", "CULTURE_HALL", "GALLERY", "MUSEUM"}) {
      Counter museum = wuhai.venue(kind).charging("ADMISSION", 2000).open();
      assertEquals(
          "2000/2000/0/2000 wuhai-2023/1", museum.use("SERVICEPERSON@150302", "ADMISSION"));
      assertEquals("CLASS_NOT_ENTITLED", museum.use("VETERAN@150302", "ADMISSION"));
    }
    Counter listed = site(wuhai, 2, "PRIVATE", "现役军人免门票");
    assertEquals("4500/4500/0/4500 wuhai-2023/2", listed.use("SERVICEPERSON@150302", "ADMISSION"));
    assertEquals("REGION_NOT_ENTITLED", listed.use("SERVICEPERSON@130402", "ADMISSION"));
    assertEquals(
        "VENUE_NOT_ACTIVE", site(wuhai, 2, "PRIVATE").use("SERVICEPERSON@150302", "ADMISSION"));
  }

  /** 45.00 → 0 at sites of the city or the state, not at a private one. */
  @Test
  @Covers("S01-154")
  void publiclyRunSitesOfLianyungangAreFreeForVeteransOfAnyPlace() {
    Place lianyungang = Place.of("lianyungang-2023");
    for (String ownership : new String[] {"CITY_OWNED", "STATE_OWNED"}) {
      Counter site = site(lianyungang, 3, ownership);
      assertEquals("4500/4500/0/4500 lianyungang-2023/2", site.use("VETERAN@130402", "ADMISSION"));
      assertEquals("CLASS_NOT_ENTITLED", site.use("SERVICEPERSON@320703", "ADMISSION"));
    }
    assertEquals(
        "VENUE_NOT_ACTIVE", site(lianyungang, 3, "PRIVATE").use("VETERAN@320703", "ADMISSION"));
  }

  /** 45.00 → 0 at 4A sites, neither above nor below. */
  @Test
  @Covers("S01-207")
  void sitesOfClass4AInHunchunAreFreeForSoldiersAndDependents() {
    Place hunchun = Place.of("hunchun-2023");
    Counter site = site(hunchun, 4, "PRIVATE");
    assertEquals("4500/4500/0/4500 hunchun-2023/1", site.use("SERVICEPERSON@222404", "ADMISSION"));
    assertEquals(
        "4500/4500/0/4500 hunchun-2023/1", site.use("MILITARY_DEPENDENT@222404", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", site.use("VETERAN@222404", "ADMISSION"));
    assertEquals("REGION_NOT_ENTITLED", site.use("SERVICEPERSON@222401", "ADMISSION"));
    assertEquals(
        "VENUE_NOT_ACTIVE", site(hunchun, 5, "PRIVATE").use("SERVICEPERSON@222404", "ADMISSION"));
  }

  /** 20.00 and 45.00 → 0, whatever the class of the site. */
  @Test
  @Covers("S01-221")
  void cultureAndTourismOfAnyangAreFreeForVeteransAndDependents() {
    Place anyang = Place.of("anyang-2023");
    Counter museum = anyang.venue("MUSEUM").charging("ADMISSION", 2000).open();
    assertEquals("2000/2000/0/2000 anyang-2023/2", museum.use("VETERAN@130402", "ADMISSION"));
    Counter site = site(anyang, 0, "PRIVATE");
    assertEquals(
        "4500/4500/0/4500 anyang-2023/2", site.use("MILITARY_DEPENDENT@620702", "ADMISSION"));
    assertEquals("CLASS_NOT_ENTITLED", site.use("SERVICEPERSON@410502", "ADMISSION"));
  }

  /** Of 20.00 basic and 35.00 for a guide the basic part is free: 55.00 → 35.00. */
  @Test
  @Covers("S01-148")
  void onlyTheFreePartOfTheReserveInXiDistrictIsFree() {
    Place district = Place.of("panzhihua-xi-2023");
    Counter reserve =
        district
            .venue("NATURE_RESERVE")
            .charging("ADMISSION_BASIC", 2000)
            .charging("GUIDE", 3500)
            .open();
    assertEquals(
        "5500/5500/3500/2000 panzhihua-xi-2023/1",
        reserve.use("ILLNESS_SURVIVOR@510403", "ADMISSION_BASIC", "GUIDE"));
    Counter library = district.venue("LIBRARY").charging("ADMISSION_BASIC", 500).open();
    assertEquals(
        "500/500/0/500 panzhihua-xi-2023/1", library.use("VETERAN@510403", "ADMISSION_BASIC"));
    assertEquals("CLASS_NOT_ENTITLED", library.use("MILITARY_DEPENDENT@510403", "ADMISSION_BASIC"));
    assertEquals("REGION_NOT_ENTITLED", library.use("VETERAN@510402", "ADMISSION_BASIC"));
  }

  /** 10.00 on the list, 0 for everyone: nothing to pay and nothing saved. */
  @Test
  @Covers("S01-087")
  void whatIsFreeForEveryoneInBeihaiIsWorthNothing() {
    Counter base =
        Place.of("beihai-2023-services")
            .venue("MEMORIAL")
            .tagged("爱国主义教育基地")
            .charging("ADMISSION", 1000, 0, "面向市民免费")
            .open();
    assertEquals("1000/0/0/0 beihai-2023-services/3", base.use("VETERAN@450502", "ADMISSION"));
    assertEquals("1000/0/0/0 beihai-2023-services/3", base.use("FIREFIGHTER@130402", "ADMISSION"));
  }
}
