package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.programmes.CardOffice.Person;

/**
 * Goal: what the reports count of cards is what offices, holders and partners do with applications
 * and cards. Method: over HTTP by the offices of the places, at a small scale, with kinds of cards
 * of each test's own; totals that a partner states are stated in full.
 */
class CardsTest {
  private static final String FIGURE = "GET /v1/card-figures";
  private static final String APPLY = "POST /v1/card-applications";
  private static final String STEP = "POST /v1/card-applications/{cardApplicationId}/steps";
  private static final String IMPORT = "POST /v1/card-types/{cardType}/imports";
  private static final String REPORT = "POST /v1/card-reports";

  /**
   * 34 are entitled and all applied; 33 got their cards: 33 / 34 = 97.05 %, rounded down, and so
   * above 97 %. One definition for all: 4 of 5 in 乌海 are before 7 of 10 in 赤峰.
   */
  @Test
  @Covers(
      value = {"S01-007", "S01-072"},
      by = {FIGURE, STEP})
  void ratesAreSharesOfWhoIsEntitledAndCompare() {
    CardOffice zhangye = new CardOffice("620724");
    String type = zhangye.type("优待证", "", "VETERAN");
    List<Person> veterans = zhangye.people(34, "VETERAN");
    zhangye.lead(type, veterans.subList(0, 33), "ISSUED");
    zhangye.lead(type, veterans.subList(33, 34), "ACCEPTED");
    CardOffice.Figure figure = zhangye.figure(type);
    assertEquals(List.of(34L, 33L, 33L), figure.reached("APPLIED", "MADE", "ISSUED"));
    assertEquals("34/34 100%", figure.rate("entryRate"));
    assertEquals("33/34 97.05%", figure.rate("issueRate"));

    String common = new CardOffice("150000").type("优待证", "全国系统", "RETIRED_CADRE");
    CardOffice wuhai = new CardOffice("150300");
    List<Person> cadres = wuhai.people(5, "RETIRED_CADRE");
    wuhai.apply(common, cadres.getLast(), "COUNTER");
    wuhai.enter(common, cadres.subList(0, 4), 0);
    CardOffice chifeng = new CardOffice("150400");
    chifeng.enter(common, chifeng.people(10, "RETIRED_CADRE").subList(0, 7), 0);
    assertEquals("5/5 100%", wuhai.figure(common).rate("entryRate"));
    assertEquals("4/5 80%", wuhai.figure(common).rate("issueRate"));
    assertEquals("7/10 70%", chifeng.figure(common).rate("entryRate"));
    assertEquals("7/10 70%", chifeng.figure(common).rate("issueRate"));
  }

  /** All 802 bus cards by the operator's file, and 13 of another; who is no soldier has none. */
  @Test
  @Covers(
      value = {"S01-064", "S01-004"},
      by = {IMPORT, FIGURE})
  void busCardsAreEnteredFromTheOperatorsFile() {
    CardOffice wuhai = new CardOffice("150300");
    String card = wuhai.type("公交双拥卡", "公交公司", "SERVICEPERSON");
    List<Person> soldiers = wuhai.people(802, "SERVICEPERSON");
    assertEquals(802, wuhai.enter(card, soldiers, 0).number("created"));
    assertEquals(802, wuhai.enter(card, soldiers, 0).number("unchanged"));
    assertEquals(802, wuhai.figure(card).persons());

    CardOffice zhangye = new CardOffice("620700");
    String ride = zhangye.type("免费乘车卡", "公交公司", "SERVICEPERSON");
    zhangye.enter(ride, zhangye.people(13, "SERVICEPERSON"), 0);
    assertEquals(
        "NOT_ENTITLED", zhangye.enter(ride, zhangye.people(1, "VETERAN"), 0).text("faults/0/code"));
    assertEquals(List.of(13L), zhangye.figure(ride).reached("ISSUED"));
  }

  /**
   * Banks and a fuel company keep cards of their own and state totals, which stand apart: 18,000
   * reported and none entered; of two banks, and of two cards of one bank, each by itself.
   */
  @Test
  @Covers(
      value = {"S04-01", "S01-042", "S01-184"},
      by = {REPORT, FIGURE})
  void partnersStateHowManyCardsTheyIssued() {
    CardOffice jiangjin = new CardOffice("500116");
    String fuel =
        jiangjin.type("帅乡情拥军加油卡", "中石化润江公司", "SERVICEPERSON", "VETERAN", "OTHER_BENEFICIARY");
    jiangjin.report(fuel, "中石化润江公司", 1_799);
    jiangjin.report(fuel, "中石化润江公司", 18_000);
    assertEquals(List.of("中石化润江公司 18000"), jiangjin.figure(fuel).reports());
    assertEquals(0, jiangjin.figure(fuel).persons());

    CardOffice kaifeng = new CardOffice("410200");
    String bank = kaifeng.type("拥军优属卡", "各大银行", "SERVICEPERSON", "MILITARY_DEPENDENT", "VETERAN");
    kaifeng.report(bank, "甲银行", 300);
    kaifeng.report(bank, "乙银行", 200);
    assertEquals(List.of("乙银行 200", "甲银行 300"), kaifeng.figure(bank).reports());

    CardOffice puyang = new CardOffice("410900");
    String own = puyang.type("专属优待卡", "中原银行濮阳分行", "VETERAN");
    String debit = puyang.type("退役军人专属借记卡", "中原银行濮阳分行", "VETERAN");
    List<Person> veterans = puyang.people(3, "VETERAN");
    puyang.enter(own, veterans, 0);
    puyang.enter(debit, veterans.subList(0, 2), 0);
    puyang.report(debit, "中原银行濮阳分行", 40);
    assertEquals(3, puyang.figure(own).persons());
    assertEquals(2, puyang.figure(debit).persons());
    assertEquals(List.of("中原银行濮阳分行 40"), puyang.figure(debit).reports());
  }

  /** Nine have the card, seven of them activated theirs, as more than 7,500 did. */
  @Test
  @Covers(
      value = "S01-244",
      by = {IMPORT, FIGURE})
  void blueCardsOfLingtaiCountOnceTheyAreActivated() {
    CardOffice lingtai = new CardOffice("620822");
    String blue = lingtai.type("补充医药报销蓝卡", "保险公司", "VETERAN", "OTHER_BENEFICIARY");
    lingtai.enter(blue, lingtai.people(9, "OTHER_BENEFICIARY"), 7);
    assertEquals(List.of(9L, 7L), lingtai.figure(blue).reached("ISSUED", "ACTIVATED"));
  }

  /** The card's holder is the spouse: 15 are made, and the code on it opens the green channel. */
  @Test
  @Covers(
      value = "S01-247",
      by = {STEP, FIGURE})
  void greenChannelCardsOfTonghuaAreTheSpouses() {
    CardOffice tonghua = new CardOffice("220500");
    String green = tonghua.type("现役军人配偶绿色通道卡", "", "MILITARY_DEPENDENT");
    assertEquals(
        "CLASS_NOT_ENTITLED",
        tonghua
            .tryToApply(green, tonghua.people(1, "SERVICEPERSON").getFirst(), "COUNTER")
            .expect(422)
            .text("code"));
    List<Person> spouses = tonghua.people(14, "MILITARY_DEPENDENT");
    tonghua.lead(green, spouses, "MADE");
    String spouse = Holders.register("MILITARY_DEPENDENT@220502");
    Place.of("tonghua-2023").enlist("220500-SPOUSE", spouse);
    String application = tonghua.apply(green, new Person(spouse, ""), "COUNTER");
    String code = tonghua.lead(application, "ISSUED").text("code");
    Counter window =
        Place.of("tonghua-2023").venue("SERVICE_STATION").charging("PRIORITY_1", 0).open();
    assertEquals("0/0/0/0 tonghua-2023/1", window.useCard(code, "PRIORITY_1"));
    assertEquals(List.of(15L, 1L), tonghua.figure(green).reached("MADE", "ISSUED"));
  }

  /** 13 made and 11 handed out; 15 persons with cards; 12 made and all of them issued. */
  @Test
  @Covers(
      value = {"S01-045", "S01-118", "S01-155"},
      by = {STEP, FIGURE})
  void cardsThatAreMadeAndCardsThatAreIssuedAreToldApart() {
    for (int[] each : new int[][] {{410_200, 2, 11}, {411_000, 0, 15}, {320_700, 0, 12}}) {
      CardOffice office = new CardOffice(Integer.toString(each[0]));
      String type = office.type("优待证", "", "VETERAN");
      List<Person> veterans = office.people(each[1] + each[2], "VETERAN");
      office.lead(type, veterans.subList(0, each[1]), "MADE");
      office.lead(type, veterans.subList(each[1], veterans.size()), "ISSUED");
      assertEquals(
          List.of((long) veterans.size(), (long) each[2]),
          office.figure(type).reached("MADE", "ISSUED"));
      assertEquals(each[2], office.figure(type).persons());
    }
  }

  /**
   * A plaque hangs at a home and a card is a person's, so the two are counted apart: 9 and 12 as
   * 90,000 and 120,000, 13 and 14 as 13,200 and 14,475, and both for each of 5.
   */
  @Test
  @Covers(
      value = {"S01-094", "S01-109", "S01-268"},
      by = {IMPORT, REPORT, FIGURE})
  void cardsAndHonourPlaquesAreCountedApart() {
    assertApart(new CardOffice("520200"), "OTHER_BENEFICIARY", 5, 5);
    assertApart(new CardOffice("511600"), "VETERAN", 9, 12);
    CardOffice xigu = new CardOffice("620104");
    assertApart(xigu, "ILLNESS_SURVIVOR", 13, 14);
    String plaque = xigu.type("退役军人光荣牌", "区退役军人事务局", "VETERAN");
    xigu.report(plaque, "区退役军人事务局", 14_475);
    assertEquals(List.of("区退役军人事务局 14475"), xigu.figure(plaque).reports());
  }

  private static void assertApart(CardOffice office, String group, int cards, int plaques) {
    String card = office.type("优待证", "全国系统", "VETERAN", group);
    String plaque = office.type("光荣牌", "退役军人事务局", "VETERAN", group);
    List<Person> people = office.people(Math.max(cards, plaques), group);
    office.enter(card, people.subList(0, cards), 0);
    office.enter(plaque, people.subList(0, plaques), 0);
    assertEquals(cards, office.figure(card).persons());
    assertEquals(plaques, office.figure(plaque).persons());
  }

  /**
   * 11 are accepted and no card is issued; of 5 who may, 4 apply, as they like, and none waits (4 /
   * 5 = 80 %); for 6 an agent applies.
   */
  @Test
  @Covers(
      value = {"S01-055", "S01-193", "S01-208"},
      by = {APPLY, FIGURE, "GET /v1/card-applications"})
  void applicationsCountWhenTheyAreAcceptedAndNobodyMustApply() {
    CardOffice hanzhong = new CardOffice("610700");
    String card = hanzhong.type("优待证", "", "VETERAN", "OTHER_BENEFICIARY");
    List<Person> people = hanzhong.people(12, "VETERAN");
    hanzhong.lead(card, people.subList(0, 11), "ACCEPTED");
    hanzhong.apply(card, people.getLast(), "COUNTER");
    assertEquals(
        List.of(12L, 11L, 0L), hanzhong.figure(card).reached("APPLIED", "ACCEPTED", "ISSUED"));

    CardOffice youyi = new CardOffice("230522");
    String own = youyi.type("优待证", "", "VETERAN");
    List<Person> veterans = youyi.people(5, "VETERAN");
    youyi.lead(own, veterans.subList(0, 3), "ISSUED");
    String fourth = youyi.apply(own, veterans.get(3), "COUNTER");
    assertEquals(1, waiting(youyi, own));
    youyi.lead(fourth, "ISSUED");
    assertEquals(0, waiting(youyi, own));
    assertEquals("4/5 80%", youyi.figure(own).rate("entryRate"));

    CardOffice hunchun = new CardOffice("222404");
    String helped = hunchun.type("优待证", "", "VETERAN");
    for (Person each : hunchun.people(6, "VETERAN")) {
      hunchun.apply(helped, each, "AGENT");
    }
    assertEquals(
        List.of("AGENT"),
        hunchun.applications(helped, "APPLIED").stream()
            .map(each -> each.get("channel"))
            .distinct()
            .toList());
    assertEquals(List.of(6L), hunchun.figure(helped).reached("APPLIED"));
  }

  private static int waiting(CardOffice office, String type) {
    return office.applications(type, "APPLIED").size();
  }

  /**
   * Who cannot leave work applies by phone, and that it was so is counted; a discharged soldier at
   * the one counter, where it was refused the day before; a whole county from one file.
   */
  @Test
  @Covers(
      value = {"S01-196", "S01-160", "S01-258"},
      by = {APPLY, FIGURE, "POST /v1/holders/{holderId}/events"})
  void whoCannotComeAppliesByPhoneAndWhoIsDischargedAtOnce() {
    CardOffice firm = new CardOffice("230524");
    String card = firm.type("优待证", "", "VETERAN");
    Person worker = firm.people(1, "VETERAN").getFirst();
    String application =
        Holders.HTTP
            .post(
                "/v1/card-applications",
                Holders.token(worker.holderId()),
                Map.of("cardType", card, "problems", List.of("NO_TIME")))
            .expect(201)
            .text("cardApplicationId");
    assertEquals("SELF", firm.applications(card, "APPLIED").getFirst().get("channel"));
    firm.lead(application, "ISSUED");
    assertEquals(1, firm.figure(card).persons());
    assertEquals("NO_TIME", firm.figure(card).reply().text("problems/0/problem"));
    assertEquals(1, firm.figure(card).reply().number("problems/0/events"));

    CardOffice lianyungang = new CardOffice("320722");
    String oneStop = lianyungang.type("优待证", "", "VETERAN");
    Person soldier = lianyungang.people(1, "SERVICEPERSON").getFirst();
    assertEquals(
        "CLASS_NOT_ENTITLED",
        lianyungang.tryToApply(oneStop, soldier, "COUNTER").expect(422).text("code"));
    for (String[] each :
        new String[][] {{"CLASS_LOST", "SERVICEPERSON"}, {"CLASS_GAINED", "VETERAN"}}) {
      Map<String, String> event =
          Map.of(
              "kind",
              each[0],
              "holderClass",
              each[1],
              "effectiveOn",
              Partners.TODAY.toString(),
              "document",
              "退役登记");
      Holders.HTTP
          .post(
              "/v1/holders/" + soldier.holderId() + "/events", lianyungang.token(Role.CLERK), event)
          .expect(201);
    }
    lianyungang.apply(oneStop, soldier, "COUNTER");
    assertEquals(List.of(1L), lianyungang.figure(oneStop).reached("APPLIED"));

    CardOffice hebei = new CardOffice("130000");
    String national = hebei.type("优待证", "全国系统", "VETERAN");
    for (String county : new String[] {"130131", "130224"}) {
      CardOffice office = new CardOffice(county);
      assertEquals(60, office.enter(national, office.people(60, "VETERAN"), 0).number("created"));
      assertEquals("60/60 100%", office.figure(national).rate("issueRate"));
    }
    assertEquals(120, hebei.figure(national).persons());
  }

  /**
   * The card that is handed out opens what the city has, at once and everywhere: a ride of 2.00 and
   * one of 1.50 → 0, a train, a clinic of another city (5.00 → 0).
   */
  @Test
  @Covers(
      value = {"S01-016", "S01-119"},
      by = {STEP, "POST /v1/redemptions"})
  void aCardOpensEveryBenefitFromTheDayThatItIsIssued() {
    String wuhu = ownCard("340202");
    assertEquals(
        "200/200/0/200 wuhu-2023-1/1",
        Place.of("wuhu-2023-1").venue("BUS").charging("FARE", 200).open().useCard(wuhu, "FARE"));
    assertEquals(
        "0/0/0/0 wuhu-2023/2",
        Place.of("wuhu-2023")
            .venue("MONORAIL")
            .tagged("双拥号")
            .charging("RIDE", 0)
            .open()
            .useCard(wuhu, "RIDE"));
    assertEquals(
        "500/500/0/500 guangan-hospital/1",
        Place.of("guangan-hospital")
            .venue("HOSPITAL")
            .tagged("军人医疗优待医院")
            .charging("REGISTRATION_FEE", 500)
            .open()
            .useCard(wuhu, "REGISTRATION_FEE"));
    Counter bus = Place.of("xuchang-2023").venue("BUS").tagged("城区线路").charging("FARE", 150).open();
    assertEquals("150/150/0/150 xuchang-2023/1", bus.useCard(ownCard("411002"), "FARE"));
  }

  /** The code on a veteran's card of ours. */
  private static String ownCard(String region) {
    CardOffice office = new CardOffice(region);
    String type = office.type("优待证", "", "VETERAN");
    String application = office.apply(type, office.people(1, "VETERAN").getFirst(), "COUNTER");
    return office.lead(application, "ISSUED").text("code");
  }
}
