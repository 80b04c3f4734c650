package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.VenueScene.plaque;
import static org.yongjun.pass.scenario.VenueScene.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a shop becomes a partner by call, application, decision of a second person, agreement and
 * plaque, and the funnel counts each stage; groups and facilities are counted too. Method: over
 * HTTP by owner, clerk and reviewer; every number is computed by hand.
 */
class V03_FromCallToPlaqueTest {
  private final VenueScene office = new VenueScene();
  private final Scene scene = office.scene;
  private final String shopClass = office.partnerClass("拥军门店", true);

  @Test
  void anOwnerAppliesASecondPersonApprovesAndTheTillWorksFromThePlaqueOn() {
    String venue = candidate();
    assertEquals("CANDIDATE", office.venue(venue).text("state"));
    StoryTerminal till = scene.office.terminal(venue, "counter", "COUNTER");
    Map<String, Long> bill = Map.of("GOODS", 1000L);
    assertEquals("VENUE_NOT_ACTIVE", till.verify(scene.veteran().show(), bill).text("reason"));

    String call = call(today().minusDays(3).toString(), today().plusDays(30).toString());
    String owner = scene.atVenue("owner-" + venue, Role.VENUE_OWNER, venue);
    String application = apply(owner, venue, Map.of("callId", call)).text("applicationId");
    assertEquals("RECRUITED", office.venue(venue).text("stage"));
    decide(office.reviewer, application, true).expect(200);
    office.step(office.clerk, venue, "AGREEMENT_SIGNED", Map.of("evidence", "协议 7 号"));
    assertEquals("CANDIDATE", office.venue(venue).text("state"));
    Map<String, ?> award = Map.of("plaque", plaque(shopClass, "第二批"), "reason", "第二批授牌");
    assertEquals(
        "ACTIVE",
        office.step(office.clerk, venue, "PLAQUE_AWARDED", award).expect(201).text("state"));
    till.redeem(Scene.key(), scene.veteran().show(), bill).expect(201);
    assertEquals(
        application,
        scene
            .http
            .get("/v1/venue-applications?state=APPROVED", owner)
            .expect(200)
            .text("applications/0/applicationId"));
  }

  @Test
  void whoEnteredAnApplicationDoesNotDecideIt() {
    String application =
        apply(office.admin, candidate(), Map.of()).expect(201).text("applicationId");
    assertEquals("FOUR_EYES", decide(office.admin, application, true).expect(403).text("code"));
    String elsewhere = scene.officer(Role.REVIEWER, Scene.open().city);
    assertEquals(404, decide(elsewhere, application, true).status());
    decide(office.reviewer, application, false).expect(200);
    assertEquals("CONFLICT", decide(office.reviewer, application, true).expect(409).text("code"));
  }

  @Test
  void aRejectedShopMayApplyAgainAndNoneTwiceAtATime() {
    String venue = candidate();
    String first = apply(office.clerk, venue, Map.of()).expect(201).text("applicationId");
    assertEquals("CONFLICT", apply(office.clerk, venue, Map.of()).expect(409).text("code"));
    decide(office.reviewer, first, false).expect(200);
    assertEquals("REJECTED", office.venue(venue).text("stage"));
    apply(office.clerk, venue, Map.of()).expect(201);
    assertEquals("RECRUITED", office.venue(venue).text("stage"));
  }

  @Test
  void aCallIsAnsweredInItsPeriodOnly() {
    String closed = call("2024-01-01", "2024-01-31");
    String venue = candidate();
    StoryHttp.Reply refused = apply(office.clerk, venue, Map.of("callId", closed)).expect(400);
    assertEquals("/callId", refused.text("errors/0/pointer"));
    apply(office.clerk, venue, Map.of("callId", closed, "on", "2024-01-31")).expect(201);
    String other = office.partnerClass("拥军企业", true);
    assertEquals(
        400,
        apply(
                office.clerk,
                candidate(),
                Map.of("callId", closed, "on", "2024-01-31", "partnerClass", other))
            .status());
  }

  /** Eight reviewers decide at once: one decision stands, and one event. */
  @Test
  void ofEightDecisionsAtOnceOneStands() {
    String venue = candidate();
    String application = apply(office.clerk, venue, Map.of()).expect(201).text("applicationId");
    List<Callable<StoryHttp.Reply>> calls =
        IntStream.range(0, 8)
            .<Callable<StoryHttp.Reply>>mapToObj(
                i -> () -> decide(office.reviewer, application, i % 2 == 0))
            .toList();
    List<Integer> statuses =
        Together.call(calls).stream().map(StoryHttp.Reply::status).sorted().toList();
    assertEquals(200, statuses.getFirst());
    assertEquals(List.of(409), statuses.stream().skip(1).distinct().toList());
    StoryHttp.Reply events =
        scene.http.get("/v1/venues/" + venue + "/events", office.clerk).expect(200);
    assertEquals(2, events.list("events").size());
    assertEquals(
        events.text("events/1/after"),
        Sql.query("SELECT state FROM venue_application WHERE id = ?", application)
            .getFirst()
            .get("state"));
  }

  /** 双鸭山 counts 2,308 recruited, 14 agreements, 10 plaques; here 40, 14, 10 in the same form. */
  @Test
  void theFunnelCountsEachStageAsOfAnyDay() {
    List<String> venues = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String venue = candidate();
      String application =
          apply(office.clerk, venue, Map.of("on", "2024-01-15")).text("applicationId");
      if (i < 15) {
        decide(office.reviewer, application, i < 14).expect(200);
      }
      venues.add(venue);
    }
    // Two agreements have an end; four of the fourteen get no plaque.
    for (int i = 0; i < 14; i++) {
      Map<String, Object> agreement = new HashMap<>();
      if (i < 2) {
        agreement.put("until", today().toString());
      }
      office.step(office.clerk, venues.get(i), "AGREEMENT_SIGNED", agreement).expect(201);
    }
    for (int i = 0; i < 10; i++) {
      Map<String, ?> award = Map.of("plaque", plaque(shopClass, "第一批"));
      office.step(office.clerk, venues.get(i), "PLAQUE_AWARDED", award).expect(201);
    }
    StoryHttp.Reply now = counts("");
    assertEquals(
        List.of(40L, 14L, 14L, 10L, 14L, 0L),
        numbers(
            now, "recruited", "approved", "signed", "awarded", "agreementsInForce", "reviewed"));
    // The day before the applications nobody was there, on their day all and no more.
    assertEquals(List.of(0L, 0L), numbers(counts("&asOf=2024-01-14"), "recruited", "approved"));
    assertEquals(List.of(40L, 0L), numbers(counts("&asOf=2024-01-15"), "recruited", "approved"));
    // Tomorrow the two agreements with an end are over: 12 in force, 14 signed.
    StoryHttp.Reply tomorrow = counts("&asOf=" + today().plusDays(1));
    assertEquals(List.of(12L, 14L), numbers(tomorrow, "agreementsInForce", "signed"));

    // A delisting ends its agreement, a renewal takes the place of the old one.
    office.step(venues.get(9), "DELISTED").expect(201);
    office.step(office.clerk, venues.get(0), "AGREEMENT_SIGNED", Map.of()).expect(201);
    office.step(venues.get(0), "REVIEW_PASSED").expect(201);
    assertEquals(
        List.of(13L, 10L, 1L), numbers(counts(""), "agreementsInForce", "awarded", "reviewed"));
    assertEquals(12, counts("&asOf=" + today().plusDays(1)).number("agreementsInForce"));
  }

  /** 「这里有60多家沿街门市」 by a street; its tag makes an item of a catalogue apply to it. */
  @Test
  void theShopsOfAStreetAreCountedAsLongAsTheyAreInItAndOnTheList() {
    StoryHttp.Reply street =
        scene
            .http
            .post(
                "/v1/venue-groups",
                office.clerk,
                Map.of("region", office.region, "kind", "STREET", "name", "双拥一条街", "tag", "双拥街"))
            .expect(201);
    String group = street.text("groupId");
    List<String> shops = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String shop = office.partner("SHOP", Map.of("listedOn", "2024-01-01"));
      member(group, "members", shop, "2024-03-01").expect(201);
      shops.add(shop);
    }
    assertEquals(
        "CONFLICT",
        member(group, "members", shops.getFirst(), "2024-03-02").expect(409).text("code"));
    assertTrue(office.venue(shops.getFirst()).at("tags").toString().contains("双拥街"));
    member(group, "departures", shops.getFirst(), "2024-05-01").expect(201);
    assertFalse(office.venue(shops.getFirst()).at("tags").toString().contains("双拥街"));
    office.step(office.admin, shops.get(1), "DELISTED", Map.of("on", "2024-06-01")).expect(201);
    // 5 − 1 that left − 1 that is off the list = 3.
    StoryHttp.Reply figure =
        scene
            .http
            .get(
                "/v1/venue-figures?from=2024-04-01&to=2024-12-31&groupBy=GROUP&region="
                    + office.region,
                office.clerk)
            .expect(200);
    assertEquals(group, figure.text("groups/0/key/GROUP"));
    assertEquals(
        List.of(5L, 2L, 3L),
        List.of(
            figure.number("total/opening"),
            figure.number("total/removed"),
            figure.number("total/closing")));
    String list = "/v1/venue-groups?region=" + office.region;
    assertEquals(3, scene.http.get(list, office.clerk).expect(200).number("groups/0/members"));
    String foreign = Scene.open().venue("SHOP");
    assertEquals(404, member(group, "members", foreign, "2024-03-01").status());
  }

  /** 「开通优先通道或窗口3.3万个，设置优先标识4.2万个」 is the sum of what venues have. */
  @Test
  void lanesWindowsAndSignsAreSummedAsOfADay() {
    String station = office.partner("STATION", Map.of("listedOn", "2024-01-01"));
    String bank = office.partner("BANK", Map.of("listedOn", "2024-01-01"));
    facility(station, "PRIORITY_LANE", 3, "2024-02-01");
    facility(station, "PRIORITY_SIGN", 20, "2024-02-01");
    facility(bank, "PRIORITY_WINDOW", 2, "2024-03-01");
    String two = facility(bank, "PRIORITY_LANE", 2, "2024-03-01");
    // Lanes 3 + 2 = 5 at two venues, a window pair, 20 signs.
    assertEquals(
        List.of("PRIORITY_LANE 5 2", "PRIORITY_SIGN 20 1", "PRIORITY_WINDOW 2 1"), sums(""));
    assertEquals(List.of("PRIORITY_LANE 3 1", "PRIORITY_SIGN 20 1"), sums("&asOf=2024-02-29"));
    String removal = "/v1/venues/" + bank + "/facilities/" + two + "/removal";
    scene.http.post(removal, office.clerk, Map.of("on", "2024-09-01")).expect(200);
    assertEquals(
        "CONFLICT",
        scene
            .http
            .post(removal, office.clerk, Map.of("on", "2024-09-01"))
            .expect(409)
            .text("code"));
    assertEquals(
        List.of("PRIORITY_LANE 3 1", "PRIORITY_SIGN 20 1", "PRIORITY_WINDOW 2 1"), sums(""));
    assertEquals(
        List.of("PRIORITY_LANE 2 1", "PRIORITY_WINDOW 2 1"), sums("&kind=BANK&asOf=2024-08-31"));
    String owner = scene.atVenue("owner", Role.VENUE_OWNER, bank);
    assertEquals(
        2,
        scene
            .http
            .get("/v1/venues/" + bank + "/facilities", owner)
            .expect(200)
            .list("facilities")
            .size());
  }

  private String candidate() {
    return office.partner("PHARMACY", Map.of("candidate", true));
  }

  private String call(String opensOn, String closesOn) {
    return scene
        .http
        .post(
            "/v1/venue-calls",
            office.clerk,
            Map.of(
                "region",
                office.region,
                "title",
                "第二批拥军门店征集",
                "batch",
                "第二批",
                "partnerClass",
                shopClass,
                "opensOn",
                opensOn,
                "closesOn",
                closesOn))
        .expect(201)
        .text("callId");
  }

  private StoryHttp.Reply apply(String token, String venue, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(Map.of("partnerClass", shopClass));
    body.putAll(more);
    body.put("venueId", venue);
    body.put("reason", "自愿加入");
    return scene.http.post("/v1/venue-applications", token, body);
  }

  private StoryHttp.Reply decide(String token, String application, boolean isApproved) {
    return scene.http.post(
        "/v1/venue-applications/" + application + "/decision",
        token,
        Map.of("approved", isApproved, "reason", "现场核实"));
  }

  private StoryHttp.Reply member(String group, String way, String venue, String day) {
    return scene.http.post(
        "/v1/venue-groups/" + group + "/" + way,
        office.clerk,
        Map.of("venueId", venue, "on", day, "reason", "街区名单"));
  }

  private String facility(String venue, String kind, int quantity, String since) {
    return scene
        .http
        .post(
            "/v1/venues/" + venue + "/facilities",
            office.clerk,
            Map.of("kind", kind, "quantity", quantity, "since", since))
        .expect(201)
        .text("facilityId");
  }

  private StoryHttp.Reply counts(String query) {
    return scene
        .http
        .get("/v1/venue-figures/counts?region=" + office.region + query, office.clerk)
        .expect(200);
  }

  private List<String> sums(String query) {
    return counts(query).list("facilities").stream()
        .map(each -> each.get("kind") + " " + each.get("quantity") + " " + each.get("venues"))
        .toList();
  }

  private static List<Long> numbers(StoryHttp.Reply reply, String... fields) {
    return List.of(fields).stream().map(reply::number).toList();
  }
}
