package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: meetings, campaigns and federations, with the partners that take part in them, are kept and
 * counted, and other platforms find the partners. Method: over HTTP by the offices of the places,
 * with groups of each test's own.
 */
class ActivitiesTest {
  private static final String CREATE = "POST /v1/venue-groups";
  private static final String JOIN = "POST /v1/venue-groups/{groupId}/members";
  private static final String LIST = "GET /v1/venue-groups";
  private static final String FLOW = "GET /v1/venue-figures";

  /** A group that somebody runs; its id. */
  private static String group(Partners office, String kind, String name, String organiser) {
    return office
        .post(
            Role.CLERK,
            "/v1/venue-groups",
            Map.of(
                "region", office.region(),
                "kind", kind,
                "name", name,
                "tag", "组" + UUID.randomUUID().toString().substring(0, 8),
                "organiser", organiser))
        .expect(201)
        .text("groupId");
  }

  /** All groups of a region. */
  private static List<Map<String, Object>> groups(Partners office) {
    List<Map<String, Object>> groups = new ArrayList<>();
    String path = "/v1/venue-groups?pageSize=100&region=" + office.region();
    StoryHttp.Reply page = office.get(path);
    groups.addAll(page.list("groups"));
    while (Boolean.TRUE.equals(page.at("hasMore"))) {
      page = office.get(path + "&cursor=" + page.text("next"));
      groups.addAll(page.list("groups"));
    }
    return groups;
  }

  private static String told(Partners office, String groupId) {
    return groups(office).stream()
        .filter(each -> groupId.equals(each.get("groupId")))
        .map(each -> each.get("kind") + " " + each.get("organiser") + " " + each.get("members"))
        .findFirst()
        .orElseThrow();
  }

  /** Ten firms sit down about discounts for card holders; three sign, one leaves the table. */
  @Test
  @Covers(
      value = "S01-192",
      by = {CREATE, JOIN, LIST, "POST /v1/venues/{venueId}/events"})
  void tenFirmsOfShuangyashanMeetAboutDiscounts() {
    Partners office = new Partners("230500");
    String meeting = group(office, "ACTIVITY", "优待证专属优惠活动座谈会", "市工商联");
    List<String> firms = office.enter(10, "HOME_APPLIANCE", Map.of());
    office.join(meeting, firms);
    assertEquals("ACTIVITY 市工商联 10", told(office, meeting));
    for (String firm : firms.subList(0, 3)) {
      office.step(firm, "AGREEMENT_SIGNED", Map.of("evidence", "座谈会纪要"));
    }
    assertEquals(List.of(3L), office.counts("HOME_APPLIANCE", "agreementsInForce"));
    office
        .post(
            Role.CLERK,
            "/v1/venue-groups/" + meeting + "/departures",
            Map.of("venueId", firms.getLast(), "reason", "未达成一致"))
        .expect(201);
    assertEquals("ACTIVITY 市工商联 9", told(office, meeting));
  }

  /** 21 federations with 2 stations each have 42, as 21 have more than 2,000; one leaves one. */
  @Test
  @Covers(
      value = "S01-231",
      by = {CREATE, JOIN, LIST, FLOW})
  void federationsOfHandanRunTheirStations() {
    Partners handan = new Partners("130400");
    String station = handan.partnerClass("拥军志愿服务站", true);
    List<String> federations = new ArrayList<>();
    for (int i = 1; i <= 21; i++) {
      String federation = group(handan, "ASSOCIATION", "爱国拥军联合会" + i, "爱国拥军联合会" + i);
      handan.join(federation, handan.enter(2, "BEAUTY", Partners.plaque(station, "第一批")));
      federations.add(federation);
    }
    assertEquals(
        42,
        groups(handan).stream()
            .filter(each -> federations.contains(each.get("groupId")))
            .mapToInt(each -> ((Number) each.get("members")).intValue())
            .sum());
    assertEquals(42, handan.flow("&partnerClass=" + station).getLast());
    String activity = group(handan, "ACTIVITY", "拥军志愿服务日", "爱国拥军联合会1");
    handan.join(activity, handan.enter(3, "BEAUTY", Map.of()));
    assertEquals("ACTIVITY 爱国拥军联合会1 3", told(handan, activity));
    assertEquals(3, handan.flow("&groupBy=GROUP&groupId=" + activity).getLast());
  }

  /** A campaign of more than one city: 4 shops of 保定 and 2 of 邯郸, each entered by its own city. */
  @Test
  @Covers(
      value = "S01-240",
      by = {CREATE, JOIN, FLOW})
  void theCampaignOfAHundredCitiesTakesInShopsOfMoreThanOne() {
    Partners hebei = new Partners("130000");
    String campaign = group(hebei, "ACTIVITY", "百城万店拥军行", "市爱国拥军促进会");
    Partners baoding = new Partners("130600");
    Partners handan = new Partners("130400");
    baoding.join(campaign, baoding.enter(4, "SHOP", Map.of()));
    List<String> others = handan.enter(2, "SHOP", Map.of());
    handan.join(campaign, others);
    String query = "&groupBy=GROUP&groupId=" + campaign;
    assertEquals(6, hebei.flow(query).getLast());
    assertEquals(4, baoding.flow(query).getLast());
    assertEquals("ACTIVITY 市爱国拥军促进会 6", told(hebei, campaign));
    // A shop of another province is none of its shops, and 保定 enters none of 邯郸's.
    Partners puyang = new Partners("410900");
    Map<String, String> shop = Map.of("venueId", puyang.enter("SHOP", Map.of()), "reason", "名单");
    String members = "/v1/venue-groups/" + campaign + "/members";
    puyang.post(Role.CLERK, members, shop).expect(404);
    baoding
        .post(Role.CLERK, members, Map.of("venueId", others.getFirst(), "reason", "名单"))
        .expect(404);
  }

  /**
   * What the city registers, the province's platform lists page by page under the same ids: 20
   * stations as more than 2,000; one that is struck off is gone there too.
   */
  @Test
  @Covers(
      value = "S01-230",
      by = {"POST /v1/venues", "GET /v1/venues", FLOW})
  void stationsOfHandanStandOnThePlatformOfTheProvince() {
    Partners handan = new Partners("130400");
    String station = handan.partnerClass("拥军志愿服务站", true);
    List<String> registered = handan.enter(20, "SERVICE_STATION", Partners.plaque(station, "第一批"));
    assertEquals(registered, listedBy("130000").stream().filter(registered::contains).toList());
    assertEquals(20, new Partners("130000").flow("&partnerClass=" + station).getLast());
    handan.step(registered.getFirst(), "DELISTED", Map.of());
    assertEquals(19, new Partners("130000").flow("&partnerClass=" + station).getLast());
  }

  /** Everything of that kind that stands there, as a platform reads it: three to a page. */
  private static List<String> listedBy(String region) {
    Partners platform = new Partners(region);
    List<String> found = new ArrayList<>();
    String path = "/v1/venues?pageSize=3&kind=SERVICE_STATION&region=" + region;
    StoryHttp.Reply page = platform.get(path);
    page.list("venues").forEach(each -> found.add(each.get("venueId").toString()));
    while (Boolean.TRUE.equals(page.at("hasMore"))) {
      page = platform.get(path + "&cursor=" + page.text("next"));
      page.list("venues").forEach(each -> found.add(each.get("venueId").toString()));
    }
    return found;
  }

  /**
   * A city's own app and ours stand side by side: both phones of a soldier show a code that opens
   * the bus (1.50 → 0), and the family record of the city has both spouses.
   */
  @Test
  @Covers(
      value = "S01-124",
      by = {
        "POST /v1/certificates",
        "POST /v1/households",
        "POST /v1/households/{householdId}/members",
        "GET /v1/households/{householdId}"
      })
  void familiesOfXuchangAreOnRecordAndTheCitysAppStandsBesideOurs() {
    Place xuchang = Place.of("xuchang-2023");
    String soldier = Holders.register("SERVICEPERSON@411002");
    String wife = Holders.register("MILITARY_DEPENDENT@411002");
    String household = xuchang.household(soldier, wife);
    StoryHttp.Reply family =
        Holders.HTTP.get("/v1/households/" + household, xuchang.token()).expect(200);
    assertEquals(
        List.of(soldier, wife),
        family.list("members").stream().map(each -> each.get("holderId")).toList());
    Counter bus = xuchang.venue("BUS").tagged("城区线路").charging("FARE", 150).open();
    assertEquals("150/150/0/150 xuchang-2023/1", bus.use(Holders.phoneOf(soldier), "FARE"));
    assertEquals("150/150/0/150 xuchang-2023/1", bus.use(Holders.phoneOf(soldier), "FARE"));
    assertEquals(
        2,
        Holders.HTTP
            .get("/v1/holders/" + soldier + "/certificates", xuchang.token())
            .expect(200)
            .list("certificates")
            .size());
  }

  /**
   * Two counties of 濮阳 in one year: 5 − 2 = 3 points for the one, a veto for the other, which is
   * lifted; the city scores them, and no county itself.
   */
  @Test
  @Covers(
      value = "S01-187",
      by = {"POST /v1/appraisals", "GET /v1/appraisals"})
  void countiesOfPuyangAreScoredByTheCityOrVetoed() {
    Partners city = new Partners("410900");
    int year = Partners.TODAY.getYear();
    appraise(city, "410923", "POINTS", 5).expect(201);
    appraise(city, "410923", "POINTS", -2).expect(201);
    appraise(city, "410927", "POINTS", 4).expect(201);
    appraise(city, "410927", "VETO", 0).expect(201);
    assertEquals("3 false 2", appraisal("410923", year));
    assertEquals("4 true 2", appraisal("410927", year));
    appraise(city, "410927", "VETO_LIFTED", 0).expect(201);
    assertEquals("4 false 3", appraisal("410927", year));
    assertEquals("0 false 0", appraisal("410927", year - 1));
    assertEquals("0 false 0", appraisal("410900", year));

    Partners county = new Partners("410923");
    assertEquals("NOT_ALLOWED", appraise(county, "410923", "POINTS", 9).expect(403).text("code"));
    assertEquals(
        "OUT_OF_REGION", appraise(county, "410927", "POINTS", -9).expect(403).text("code"));
    appraise(city, "410923", "POINTS", 0).expect(400);
    appraise(city, "410923", "VETO", 1).expect(400);
    assertEquals("3 false 2", appraisal("410923", year));
  }

  private static StoryHttp.Reply appraise(Partners office, String region, String kind, int points) {
    return office.post(
        Role.REVIEWER,
        "/v1/appraisals",
        Map.of(
            "region",
            region,
            "year",
            Partners.TODAY.getYear(),
            "kind",
            kind,
            "points",
            points,
            "reason",
            "双拥工作考评",
            "document",
            "考评办〔2026〕4号"));
  }

  /** Points, veto and number of entries, as the appraised office reads them. */
  private static String appraisal(String region, int year) {
    StoryHttp.Reply told =
        new Partners(region).get("/v1/appraisals?region=" + region + "&year=" + year);
    return told.number("points") + " " + told.at("vetoed") + " " + told.list("appraisals").size();
  }
}
