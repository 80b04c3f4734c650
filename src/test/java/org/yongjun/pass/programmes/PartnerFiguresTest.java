package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;

/**
 * Goal: what the reports count of partners is what the offices' steps come to. Method: partners are
 * led over HTTP and figures read back, by class, group or kind that no other test of the place has.
 */
class PartnerFiguresTest {
  private static final String FLOW = "GET /v1/venue-figures";
  private static final String COUNTS = "GET /v1/venue-figures/counts";
  private static final String APPLY = "POST /v1/venue-applications";

  /** 183 before the year, 33 removed, 8 added: 158; a shop that was removed no longer redeems. */
  @Test
  @Covers(value = "S00-04", by = FLOW)
  void aYearOfJinnanEndsAt158() {
    Partners jinnan = new Partners("120112");
    List<String> shops = jinnan.enter(183, "SHOP", Map.of("listedOn", "2023-05-01"));
    for (String shop : shops.subList(0, 33)) {
      jinnan.step(shop, "DELISTED", Map.of("on", "2024-06-30"));
    }
    jinnan.enter(8, "SHOP", Map.of("listedOn", "2024-09-01"));
    assertEquals(
        List.of(183L, 33L, 8L, 158L), jinnan.flow("&from=2024-01-01&to=2024-12-31&kind=SHOP"));
    assertEquals("DELISTED", jinnan.get("/v1/venues/" + shops.getFirst()).text("state"));
  }

  /** 138 in a first batch, 24 further members, 18 in a year, 158 of three kinds. */
  @Test
  @Covers(
      value = {"S01-080", "S01-176", "S01-217", "S04-04", "S01-255"},
      by = FLOW)
  void plaquesAreCountedByClassAndYear() {
    Partners beihai = new Partners("450500");
    String shop = beihai.partnerClass("首批商家", true);
    beihai.enter(138, "SHOP", Partners.plaque(shop, "首批"));
    assertEquals(138, beihai.flow("&partnerClass=" + shop).getLast());

    Partners zhangye = new Partners("620700");
    String member = zhangye.partnerClass("社会组织和企业", true);
    zhangye.enter(24, "SHOP", Partners.plaque(member, "第二批"));
    assertEquals(24, zhangye.flow("&partnerClass=" + member).getLast());

    Partners karamay = new Partners("650200");
    String model = karamay.partnerClass("双拥示范单位", true);
    for (String kind : new String[] {"SHOP", "BANK", "GOVERNMENT_COUNTER"}) {
      karamay.enter(kind.equals("SHOP") ? 100 : 29, kind, Partners.plaque(model, "示范"));
    }
    assertEquals(158, karamay.flow("&partnerClass=" + model).getLast());
    assertEquals(
        3,
        karamay
            .get("/v1/venue-figures?region=650200&groupBy=KIND&partnerClass=" + model)
            .list("groups")
            .size());

    Partners jiangjin = new Partners("500116");
    String alliance = jiangjin.partnerClass("拥军联盟成员单位", true);
    for (String day : new String[] {"2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01"}) {
      int count = day.startsWith("2024") ? 9 : 2;
      for (int i = 0; i < count; i++) {
        Map<String, Object> entered = new HashMap<>(Partners.plaque(alliance, day.substring(0, 4)));
        entered.put("listedOn", day);
        jiangjin.enter("SHOP", entered);
      }
    }
    // 2 before the year, 9 + 9 = 18 in it.
    assertEquals(
        List.of(2L, 0L, 18L, 20L),
        jiangjin.flow("&from=2024-01-01&to=2024-12-31&partnerClass=" + alliance));

    // A province's points are those of its counties.
    Partners hebei = new Partners("130000");
    String point = hebei.partnerClass("拥军服务站（点）", true);
    for (String county : new String[] {"130503", "130703", "130803"}) {
      Map<String, Object> entered = new HashMap<>(Partners.plaque(point, "不分批"));
      entered.put("region", county);
      hebei.enter("SERVICE_STATION", entered);
    }
    assertEquals(3, hebei.flow("&partnerClass=" + point).getLast());
  }

  /** Here 40 that applied, 14 with an agreement and 10 with a plaque, as 2,308, 14 and 10. */
  @Test
  @Covers(
      value = {"S01-189", "S01-190", "S01-191"},
      by = {COUNTS, APPLY})
  void funnelOfShuangyashanCountsEachStage() {
    Partners office = new Partners("230500");
    String partnerClass = office.partnerClass("拥军企业", true);
    for (int i = 0; i < 40; i++) {
      String venue = office.enter("POST", Map.of("candidate", true));
      String application = office.apply(venue, partnerClass, Map.of());
      if (i < 14) {
        office.approve(application);
        office.step(venue, "AGREEMENT_SIGNED", Map.of());
      }
      if (i < 10) {
        office.step(venue, "PLAQUE_AWARDED", Partners.plaque(partnerClass, "第一批"));
      }
    }
    assertEquals(
        List.of(40L, 14L, 10L), office.counts("POST", "recruited", "agreementsInForce", "awarded"));
  }

  /** A call for the second batch is answered in its days; 21 apply and 21 get their plaques. */
  @Test
  @Covers(
      value = {"S01-048", "S01-215"},
      by = {"POST /v1/venue-calls", APPLY, COUNTS})
  void shopsAnswerACallAndGetPlaques() {
    Partners kaifeng = new Partners("410200");
    String store = kaifeng.partnerClass("拥军门店", true);
    String call = call(kaifeng, store, "第二批拥军企业门店征集");
    String venue = kaifeng.enter("DRIVING_SCHOOL", Map.of("candidate", true));
    kaifeng.apply(venue, store, Map.of("callId", call));
    assertEquals(List.of(1L, 0L), kaifeng.counts("DRIVING_SCHOOL", "recruited", "awarded"));

    Partners karamay = new Partners("650200");
    String shop = karamay.partnerClass("拥军门店", true);
    for (int i = 0; i < 21; i++) {
      String applicant = karamay.enter("BEAUTY", Map.of("candidate", true));
      karamay.approve(karamay.apply(applicant, shop, Map.of()));
      karamay.step(applicant, "AGREEMENT_SIGNED", Map.of());
      karamay.step(applicant, "PLAQUE_AWARDED", Partners.plaque(shop, "新申报"));
    }
    assertEquals(List.of(21L, 21L), karamay.counts("BEAUTY", "recruited", "awarded"));
    assertEquals(21, karamay.flow("&partnerClass=" + shop).getLast());
  }

  private static String call(Partners office, String partnerClass, String title) {
    return office
        .post(
            Role.CLERK,
            "/v1/venue-calls",
            Map.of(
                "region",
                office.region(),
                "title",
                title,
                "batch",
                "第二批",
                "partnerClass",
                partnerClass,
                "opensOn",
                Partners.TODAY.minusDays(3).toString(),
                "closesOn",
                Partners.TODAY.plusDays(30).toString()))
        .expect(201)
        .text("callId");
  }

  /** 60 shops of one street; a street, a block and a night market are groups that are counted. */
  @Test
  @Covers(
      value = {"S01-227", "S01-110", "S01-150", "S01-216", "S01-232"},
      by = {FLOW, "GET /v1/venue-groups"})
  void shopsOfStreetsAndMarketsAreCountedByGroup() {
    Partners handan = new Partners("130400");
    String street = handan.group("STREET", "拥军一条街");
    handan.join(street, handan.enter(60, "SHOP", Map.of()));
    assertEquals(60, handan.flow("&groupBy=GROUP&groupId=" + street).getLast());
    handan.group("PLAZA", "拥军广场");
    handan.group("MALL", "拥军商场");
    assertTrue(kinds(handan).containsAll(List.of("STREET", "PLAZA", "MALL")));

    for (String[] each :
        new String[][] {
          {"511600", "NIGHT_MARKET", "双拥夜市"},
          {"510403", "PLAZA", "双拥共建示范街"},
          {"650200", "STREET", "双拥共建街区"}
        }) {
      Partners office = new Partners(each[0]);
      String group = office.group(each[1], each[2]);
      office.join(group, office.enter(4, "RESTAURANT", Map.of()));
      assertEquals(4, office.flow("&groupBy=GROUP&groupId=" + group).getLast());
      assertTrue(kinds(office).contains(each[1]));
    }
  }

  private static List<Object> kinds(Partners office) {
    List<Object> kinds = new ArrayList<>();
    office
        .get("/v1/venue-groups?region=" + office.region())
        .list("groups")
        .forEach(each -> kinds.add(each.get("kind")));
    return kinds;
  }

  /**
   * An alliance of several lines of business, 20 chosen merchants, 30 agreements, a hospital's
   * class.
   */
  @Test
  @Covers(
      value = {"S01-261", "S01-146", "S01-090", "S01-107"},
      by = {FLOW, COUNTS})
  void alliancesDirectoriesAndAccreditedHospitalsAreCounted() {
    Partners xigu = new Partners("620104");
    String alliance = xigu.group("ALLIANCE", "拥军惠军合作联盟");
    for (String kind : new String[] {"SCHOOL", "BANK", "SUPERMARKET", "HOTEL", "HOSPITAL"}) {
      xigu.join(alliance, xigu.enter(1, kind, Map.of()));
    }
    assertEquals(5, xigu.flow("&groupBy=GROUP&groupId=" + alliance).getLast());

    Partners xi = new Partners("510403");
    String directory = xi.partnerClass("双拥示范商家", true);
    for (int i = 0; i < 20; i++) {
      String venue = xi.enter("CAR_SERVICE", Map.of("candidate", true));
      xi.approve(xi.apply(venue, directory, Map.of()));
      xi.step(venue, "AGREEMENT_SIGNED", Map.of());
      xi.step(venue, "LISTED", Map.of());
    }
    assertEquals(List.of(20L, 0L), xi.counts("CAR_SERVICE", "approved", "awarded"));
    assertEquals(20, xi.flow("&kind=CAR_SERVICE").getLast());

    Partners panzhou = new Partners("520281");
    for (String kind : new String[] {"HOSPITAL", "PHARMACY", "DRIVING_SCHOOL"}) {
      for (String venue : panzhou.enter(10, kind, Map.of())) {
        panzhou.step(venue, "AGREEMENT_SIGNED", Map.of());
      }
      assertEquals(List.of(10L), panzhou.counts(kind, "agreementsInForce"));
    }

    Partners guangan = new Partners("511600");
    String accredited = guangan.partnerClass("军人医疗优待医院", true);
    guangan.enter("HOSPITAL", Partners.plaque(accredited, "不分批"));
    assertEquals(1, guangan.flow("&partnerClass=" + accredited).getLast());
  }

  /** Reviewed in the year and one delisted for one that joined: the number does not fall. */
  @Test
  @Covers(
      value = "S01-229",
      by = {COUNTS, FLOW})
  void stationsOfHandanAreReviewedYearlyAndTheirNumberStays() {
    Partners handan = new Partners("130400");
    String station = handan.partnerClass("拥军志愿服务站", true);
    List<String> stations = handan.enter(5, "CINEMA", Partners.plaque(station, "第一批"));
    for (String each : stations.subList(0, 4)) {
      handan.step(each, "REVIEW_PASSED", Map.of());
    }
    handan.step(stations.get(4), "DELISTED", Map.of());
    handan.enter("CINEMA", Partners.plaque(station, "第二批"));
    assertEquals(List.of(4L), handan.counts("CINEMA", "reviewed"));
    assertEquals(5, handan.flow("&partnerClass=" + station).getLast());
  }

  /** Notice boards come with the agreement and are counted as signs. */
  @Test
  @Covers(
      value = "S01-035",
      by = {COUNTS, "POST /v1/venues/{venueId}/facilities"})
  void noticeBoardsOfHaibowanAreCountedAsSigns() {
    Partners haibowan = new Partners("150302");
    for (String venue : haibowan.enter(3, "GALLERY", Map.of())) {
      haibowan
          .post(
              Role.CLERK,
              "/v1/venues/" + venue + "/facilities",
              Map.of("kind", "PRIORITY_SIGN", "quantity", 2, "note", "温馨提示牌"))
          .expect(201);
    }
    Map<String, Object> signs =
        haibowan
            .get("/v1/venue-figures/counts?region=150302&kind=GALLERY")
            .list("facilities")
            .getFirst();
    assertEquals(
        "PRIORITY_SIGN 6 3",
        signs.get("kind") + " " + signs.get("quantity") + " " + signs.get("venues"));
  }
}
