package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryPhone;

/**
 * Goal: what is for a group without a class of its own is for those on an office's list and nobody
 * else. Method: lists and households are kept and bundled catalogues redeemed over HTTP; prices are
 * made up, sums are by hand: list/reference/payable/value in fen.
 */
class ListsTest {
  /** Before and after an office puts the person on the list. */
  private static void assertForListed(
      Place place, String list, String holder, Counter venue, String label, String expected) {
    String holderId = Holders.register(holder);
    StoryPhone phone = Holders.phoneOf(holderId);
    assertEquals("CONDITION_FAILED", venue.use(phone, label));
    place.enlist(list, holderId);
    assertEquals(expected, venue.use(phone, label));
  }

  /**
   * Troops stationed in a place have homes anywhere; the shuttle costs nothing, so it saves
   * nothing.
   */
  @Test
  @Covers({"S01-021", "S01-060", "S01-084", "S01-116"})
  void shuttlesLinesAndGreenChannelsAreForTheGarrison() {
    Place wuzhong = Place.of("wuzhong-2023");
    Counter shuttle =
        wuzhong.venue("SHUTTLE").tagged("拥军班车").charging("FARE", 300, 0, "免费班车").open();
    assertForListed(
        wuzhong,
        "640300-GARRISON",
        "SERVICEPERSON@130402",
        shuttle,
        "FARE",
        "300/0/0/0 wuzhong-2023/2");
    assertEquals("CLASS_NOT_ENTITLED", shuttle.use("VETERAN@640302", "FARE"));
    Place zhidan = Place.of("zhidan-2023");
    Counter hospital = zhidan.venue("HOSPITAL").charging("GREEN_CHANNEL", 0).open();
    assertForListed(
        zhidan,
        "610625-GARRISON",
        "SERVICEPERSON@130402",
        hospital,
        "GREEN_CHANNEL",
        "0/0/0/0 zhidan-2023/1");
    Place beihai = Place.of("beihai-2023-services");
    Counter line = beihai.venue("BUS").tagged("拥军公交专线").charging("RIDE", 0).open();
    assertForListed(
        beihai,
        "450500-GARRISON",
        "SERVICEPERSON@130402",
        line,
        "RIDE",
        "0/0/0/0 beihai-2023-services/1");
    Place xuchang = Place.of("xuchang-2023");
    Counter outside = xuchang.venue("BUS").tagged("拥军公交专线").charging("RIDE", 0).open();
    assertForListed(
        xuchang,
        "411000-GARRISON",
        "SERVICEPERSON@130402",
        outside,
        "RIDE",
        "0/0/0/0 xuchang-2023/3");
  }

  /** 240.00 → 0 for the island's soldier and his household; another dependent pays. */
  @Test
  @Covers("S01-085")
  void shipsToWeizhouIslandAreFreeForItsTroopsAndTheirFamilies() {
    Place beihai = Place.of("beihai-2023-services");
    Counter ship = beihai.venue("FERRY").tagged("北海-涠洲岛").charging("FARE", 24_000).open();
    String soldier = Holders.register("SERVICEPERSON@450502");
    String wife = Holders.register("MILITARY_DEPENDENT@450502");
    beihai.household(soldier, wife);
    StoryPhone his = Holders.phoneOf(soldier);
    StoryPhone hers = Holders.phoneOf(wife);
    assertEquals("CONDITION_FAILED", ship.use(hers, "FARE"));
    beihai.enlist("450500-WEIZHOU-GARRISON", soldier);
    String free = "24000/24000/0/24000 beihai-2023-services/2";
    assertEquals(free, ship.use(his, "FARE"));
    assertEquals(free, ship.use(hers, "FARE"));
    assertEquals("CONDITION_FAILED", ship.use("MILITARY_DEPENDENT@450502", "FARE"));
    assertEquals("CLASS_NOT_ENTITLED", ship.use("VETERAN@450502", "FARE"));
  }

  /** One line for troops by list and for dependents by class; a train for everyone. */
  @Test
  @Covers({"S01-017", "S01-140"})
  void linesOfPuyangAndWuhuCarryTheGarrisonAndWhoeverElseIsNamed() {
    Place puyang = Place.of("puyang-2023-11");
    Counter line = puyang.venue("BUS").tagged("拥军优属公交专线").charging("RIDE", 0).open();
    assertForListed(
        puyang,
        "410900-GARRISON",
        "SERVICEPERSON@130402",
        line,
        "RIDE",
        "0/0/0/0 puyang-2023-11/1");
    assertEquals("0/0/0/0 puyang-2023-11/2", line.use("MILITARY_DEPENDENT@410902", "RIDE"));
    assertEquals("CLASS_NOT_ENTITLED", line.use("VETERAN@410902", "RIDE"));

    Place wuhu = Place.of("wuhu-2023");
    Counter bus = wuhu.venue("BUS").tagged("拥军公交专线").charging("RIDE", 0).open();
    assertForListed(
        wuhu, "340200-GARRISON", "SERVICEPERSON@130402", bus, "RIDE", "0/0/0/0 wuhu-2023/1");
    Counter train = wuhu.venue("MONORAIL").tagged("双拥号").charging("RIDE", 0).open();
    assertEquals("0/0/0/0 wuhu-2023/2", train.use("FIREFIGHTER@130402", "RIDE"));
    Counter other = wuhu.venue("MONORAIL").charging("RIDE", 0).open();
    assertEquals("VENUE_NOT_ACTIVE", other.use("FIREFIGHTER@130402", "RIDE"));
  }

  /**
   * A green channel for the soldier; a school place for the child on the list, not for any
   * dependent.
   */
  @Test
  @Covers("S01-025")
  void childrenOfSoldiersInWuzhongComeFirstAtSchool() {
    Place wuzhong = Place.of("wuzhong-2023");
    Counter hospital = wuzhong.venue("HOSPITAL").charging("GREEN_CHANNEL", 0).open();
    assertEquals("0/0/0/0 wuzhong-2023/6", hospital.use("SERVICEPERSON@640302", "GREEN_CHANNEL"));
    assertEquals("CLASS_NOT_ENTITLED", hospital.use("VETERAN@640302", "GREEN_CHANNEL"));
    Counter school = wuzhong.venue("SCHOOL").charging("SCHOOL_PLACE", 0).open();
    assertForListed(
        wuzhong,
        "640300-CHILD",
        "MILITARY_DEPENDENT@640302",
        school,
        "SCHOOL_PLACE",
        "0/0/0/0 wuzhong-2023/7");
    assertEquals("CLASS_NOT_ENTITLED", school.use("SERVICEPERSON@640302", "SCHOOL_PLACE"));
  }

  /** Ten parts worth nothing for listed spouses; treatment of 120.00 → 0 by class or by list. */
  @Test
  @Covers({"S01-248", "S01-249"})
  void tonghuaHelpsSpousesBeneficiariesAndVeteransInHardship() {
    Place tonghua = Place.of("tonghua-2023");
    Counter window =
        tonghua
            .venue("SERVICE_STATION")
            .charging("PRIORITY_1", 0)
            .charging("PRIORITY_7", 0)
            .charging("GUARANTEE_3", 0)
            .charging("MEDICAL_SERVICE", 12_000)
            .open();
    String spouse = Holders.register("MILITARY_DEPENDENT@220502");
    tonghua.enlist("220500-SPOUSE", spouse);
    assertEquals(
        "0/0/0/0 tonghua-2023/1",
        window.use(Holders.phoneOf(spouse), "PRIORITY_1", "PRIORITY_7", "GUARANTEE_3"));
    assertEquals("CONDITION_FAILED", window.use("MILITARY_DEPENDENT@220502", "PRIORITY_1"));
    assertEquals(
        "12000/12000/0/12000 tonghua-2023/2",
        window.use("DISABLED_SERVICEPERSON@220502", "MEDICAL_SERVICE"));
    assertForListed(
        tonghua,
        "220500-HARDSHIP",
        "VETERAN@220502",
        window,
        "MEDICAL_SERVICE",
        "12000/12000/0/12000 tonghua-2023/3");
  }

  /** 150.00 and 90.00 → 0 at home for four groups; survivors of an illness are not among them. */
  @Test
  @Covers("S02-02")
  void homesOfFourGroupsInXuhuiAreCleanedFree() {
    Place xuhui = Place.of("xuhui-2023");
    Counter cleaner =
        xuhui
            .venue("HOME_SERVICE")
            .charging("AIR_CONDITIONER", 15_000)
            .charging("STOVE", 9000)
            .open();
    for (String group :
        new String[] {"MARTYR_SURVIVOR", "LINE_OF_DUTY_SURVIVOR", "DISABLED_SERVICEPERSON"}) {
      assertEquals(
          "24000/24000/0/24000 xuhui-2023/2",
          cleaner.use(group + "@310104", "AIR_CONDITIONER", "STOVE"));
    }
    assertForListed(
        xuhui,
        "310104-KOREA_VET",
        "VETERAN@310104",
        cleaner,
        "STOVE",
        "9000/9000/0/9000 xuhui-2023/1");
    assertEquals("CLASS_NOT_ENTITLED", cleaner.use("ILLNESS_SURVIVOR@310104", "STOVE"));
  }

  /**
   * A hundred visiting dependents a year see sites free: whoever is counted comes again (60.00 →
   * 0), the hundred-and-first pays. So with a hundred accompanying dependents and check-ups of
   * 260.00.
   */
  @Test
  @Covers({"S01-172", "S01-173"})
  void aHundredDependentsAYearInZhangyeAndNoMore() {
    Place zhangye = Place.of("zhangye-2023");
    assertHundred(
        zhangye.venue("SCENIC_SPOT").charging("ADMISSION", 6000).open(),
        "VISITING_DEPENDENT@130402",
        "620700-VISITING_FAMILY",
        "ADMISSION",
        "6000/6000/0/6000 zhangye-2023/7");
    assertHundred(
        zhangye.venue("HEALTH_CENTRE").charging("HEALTH_CHECK", 26_000).open(),
        "MILITARY_DEPENDENT@620702",
        "620700-ACCOMP_FAMILY",
        "HEALTH_CHECK",
        "26000/26000/0/26000 zhangye-2023/8");
  }

  private static void assertHundred(
      Counter venue, String holder, String list, String label, String expected) {
    assertEquals("CONDITION_FAILED", venue.use(holder, label));
    String[] holders = new String[101];
    for (int i = 0; i < holders.length; i++) {
      holders[i] = Holders.register(holder);
    }
    Place.of("zhangye-2023").enlist(list, holders);
    StoryPhone first = Holders.phoneOf(holders[0]);
    assertEquals(expected, venue.use(first, label));
    for (int i = 1; i < 100; i++) {
      assertEquals(expected, venue.use(Holders.phoneOf(holders[i]), label));
    }
    assertEquals("LIMIT_REACHED", venue.use(Holders.phoneOf(holders[100]), label));
    assertEquals(expected, venue.use(first, label));
  }
}
