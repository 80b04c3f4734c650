package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.VenueScene.plaque;
import static org.yongjun.pass.scenario.VenueScene.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: a partner redeems only after a second person approved just that; what was decided or left
 * undecided in one life of a partner does not reach into the next; an inspection can always be
 * closed; and a group takes back only the tag that it brought. Method: over HTTP, as owner, clerk,
 * reviewer and administrator.
 */
class V06_NobodyLetsAPartnerRedeemAloneTest {
  private final VenueScene office = new VenueScene();
  private final Scene scene = office.scene;
  private final String shops = office.partnerClass("拥军门店", true);
  private final String publicity = office.partnerClass("宣传单位", false);

  @Test
  void aClerkRegistersWhatDoesNotRedeem() {
    Map<String, Object> body =
        Map.of(
            "name", "店", "kind", "PHARMACY", "region", office.region, "plaque", plaque(shops, "一"));
    assertNotAllowed(scene.http.post("/v1/venues", office.clerk, body));
    Map<String, Object> plain = Map.of("name", "店", "kind", "PHARMACY", "region", office.region);
    assertNotAllowed(scene.http.post("/v1/venues", office.clerk, plain));
    Map<String, Object> candidate = new HashMap<>(plain);
    candidate.put("candidate", true);
    assertEquals("CANDIDATE", register(candidate).text("state"));
    Map<String, Object> poster = new HashMap<>(plain);
    poster.put("plaque", plaque(publicity, "一"));
    assertEquals("NON_REDEEMING", register(poster).text("state"));
  }

  private StoryHttp.Reply register(Map<String, Object> body) {
    return scene.http.post("/v1/venues", office.clerk, body).expect(201);
  }

  @Test
  void aSecondPlaqueThatRedeemsNeedsAnApprovalOfItsOwn() {
    String venue = office.partner("PHARMACY", Map.of("plaque", plaque(publicity, "一")));
    assertNotAllowed(award(venue, shops));
    assertEquals("NON_REDEEMING", office.venue(venue).text("state"));
    approve(apply(office.clerk, venue, shops));
    assertEquals("ACTIVE", award(venue, shops).expect(201).text("state"));
  }

  @Test
  void whoIsApprovedForPublicityIsNotListedToRedeem() {
    String venue = office.partner("PHARMACY", Map.of("candidate", true));
    approve(apply(office.clerk, venue, publicity));
    office.step(office.clerk, venue, "AGREEMENT_SIGNED", Map.of()).expect(201);
    assertNotAllowed(office.step(office.clerk, venue, "LISTED", Map.of()));
    assertNotAllowed(award(venue, shops));
    assertEquals("NON_REDEEMING", award(venue, publicity).expect(201).text("state"));
  }

  @Test
  void anApprovalEndsWithTheLifeThatItWasFor() {
    String venue = office.partner("PHARMACY", Map.of("candidate", true));
    approve(apply(office.clerk, venue, shops));
    office.step(office.clerk, venue, "AGREEMENT_SIGNED", Map.of()).expect(201);
    office.step(office.clerk, venue, "LISTED", Map.of()).expect(201);
    office.step(venue, "DELISTED").expect(201);
    approve(apply(office.clerk, venue, publicity));
    office.step(office.clerk, venue, "AGREEMENT_SIGNED", Map.of()).expect(201);
    assertNotAllowed(award(venue, shops));
    assertNotAllowed(office.step(office.clerk, venue, "LISTED", Map.of()));
  }

  @Test
  void whetherAPartnerRectifiedIsNotForClerks() {
    String venue = office.partner("PHARMACY", Map.of());
    Map<String, ?> order = Map.of("until", today().plusDays(9).toString());
    office.step(office.clerk, venue, "RECTIFICATION_ORDERED", order).expect(201);
    assertNotAllowed(office.step(office.clerk, venue, "RECTIFIED", Map.of()));
    office.step(office.reviewer, venue, "RECTIFIED", Map.of()).expect(201);
  }

  /** It would decide about the next life of the venue, or bar an application for ever. */
  @Test
  void whatNobodyDecidedLapsesWithADelisting() {
    String venue = office.partner("PHARMACY", Map.of());
    String stale = apply(office.clerk, venue, shops);
    office.step(venue, "DELISTED").expect(201);
    assertEquals("CONFLICT", decide(stale, true).expect(409).text("code"));
    assertEquals(
        "LAPSED",
        Sql.query("SELECT state FROM venue_application WHERE id = ?", stale)
            .getFirst()
            .get("state"));
    scene
        .http
        .get("/v1/venue-applications?state=LAPSED&region=" + office.region, office.clerk)
        .expect(200);
    String next = apply(office.clerk, venue, publicity);
    assertEquals("RECRUITED", office.venue(venue).text("stage"));
    decide(next, false).expect(200);
    apply(office.clerk, venue, shops);
  }

  @Test
  void anOwnerAppliesAsOfToday() {
    String venue = office.partner("PHARMACY", Map.of("candidate", true));
    String owner = scene.atVenue("owner-" + venue, Role.VENUE_OWNER, venue);
    Map<String, Object> body = application(venue, shops);
    body.put("on", today().minusDays(20).toString());
    StoryHttp.Reply refused = scene.http.post("/v1/venue-applications", owner, body).expect(400);
    assertEquals("/on", refused.text("errors/0/pointer"));
    body.put("on", today().toString());
    scene.http.post("/v1/venue-applications", owner, body).expect(201);
  }

  @Test
  void twoInspectionsThatFailAShopAreBothClosed() {
    String shop = office.partner("PHARMACY", Map.of());
    String first = drawn();
    String second = drawn();
    fail(first, shop);
    fail(second, shop);
    recheck(first, shop, "RECTIFIED").expect(201);
    assertEquals("RECTIFYING", office.venue(shop).text("stage"));
    recheck(second, shop, "RECTIFIED").expect(201);
    assertEquals("LISTED", office.venue(shop).text("stage"));
    close(first);
    close(second);
  }

  @Test
  void aShopThatWasSuspendedAndReinstatedMeanwhileIsClosedAsRectified() {
    String shop = office.partner("PHARMACY", Map.of());
    String inspection = drawn();
    fail(inspection, shop);
    office.step(shop, "SUSPENDED").expect(201);
    office.step(shop, "REINSTATED").expect(201);
    recheck(inspection, shop, "RECTIFIED").expect(201);
    assertEquals("LISTED", office.venue(shop).text("stage"));
    close(inspection);
  }

  @Test
  void aShopThatWentAndAppliedAgainIsClosedAsDelisted() {
    String failed = office.partner("PHARMACY", Map.of());
    String unchecked = office.partner("PHARMACY", Map.of());
    String inspection = drawn();
    fail(inspection, failed);
    for (String shop : List.of(failed, unchecked)) {
      office.step(shop, "DELISTED").expect(201);
      apply(office.clerk, shop, shops);
      recheck(inspection, shop, "DELISTED").expect(201);
      assertEquals("RECRUITED", office.venue(shop).text("stage"));
    }
    close(inspection);
  }

  @Test
  void leavingAGroupTakesAwayOnlyItsOwnTag() {
    String venue = office.partner("PHARMACY", Map.of("tags", List.of("自有")));
    String market = group("夜市");
    String street = group("夜市");
    String own = group("自有");
    for (String each : List.of(market, street, own)) {
      member(each, "members", venue);
    }
    assertEquals(List.of("夜市", "自有"), tags(venue));
    member(market, "departures", venue);
    assertEquals(List.of("夜市", "自有"), tags(venue));
    member(own, "departures", venue);
    assertEquals(List.of("夜市", "自有"), tags(venue));
    member(street, "departures", venue);
    assertEquals(List.of("自有"), tags(venue));
  }

  @Test
  void callsAndInspectionsAreOfRegionsThatThereAre() {
    String nation = scene.officer(Role.ADMIN, RegionCode.NATION);
    Map<String, String> notice =
        Map.of(
            "region",
            "139999",
            "title",
            "专项检查",
            "beginsOn",
            today().toString(),
            "endsOn",
            today().toString());
    StoryHttp.Reply refused = scene.http.post("/v1/inspections", nation, notice).expect(400);
    assertEquals("/region", refused.text("errors/0/pointer"));
    Map<String, String> call =
        Map.of(
            "region",
            "139999",
            "title",
            "征集",
            "batch",
            "一",
            "partnerClass",
            shops,
            "opensOn",
            today().toString(),
            "closesOn",
            today().toString());
    refused = scene.http.post("/v1/venue-calls", nation, call).expect(400);
    assertEquals("/region", refused.text("errors/0/pointer"));
  }

  private List<?> tags(String venue) {
    return ((List<?>) office.venue(venue).at("tags")).stream().sorted().toList();
  }

  private String group(String tag) {
    return scene
        .http
        .post(
            "/v1/venue-groups",
            office.clerk,
            Map.of(
                "region",
                office.region,
                "kind",
                "STREET",
                "name",
                "街 " + UUID.randomUUID(),
                "tag",
                tag))
        .expect(201)
        .text("groupId");
  }

  private void member(String group, String way, String venue) {
    Map<String, String> body = Map.of("venueId", venue, "on", today().toString(), "reason", "街区名单");
    scene.http.post("/v1/venue-groups/" + group + "/" + way, office.clerk, body).expect(201);
  }

  private static void assertNotAllowed(StoryHttp.Reply reply) {
    assertEquals("NOT_ALLOWED", reply.expect(403).text("code"));
  }

  private StoryHttp.Reply award(String venue, String partnerClass) {
    Map<String, ?> award = Map.of("plaque", plaque(partnerClass, "一"));
    return office.step(office.clerk, venue, "PLAQUE_AWARDED", award);
  }

  private static Map<String, Object> application(String venue, String partnerClass) {
    return new HashMap<>(Map.of("venueId", venue, "partnerClass", partnerClass, "reason", "自愿加入"));
  }

  private String apply(String token, String venue, String partnerClass) {
    return scene
        .http
        .post("/v1/venue-applications", token, application(venue, partnerClass))
        .expect(201)
        .text("applicationId");
  }

  private void approve(String application) {
    decide(application, true).expect(200);
  }

  private StoryHttp.Reply decide(String application, boolean isApproved) {
    return scene.http.post(
        "/v1/venue-applications/" + application + "/decision",
        office.reviewer,
        Map.of("approved", isApproved, "reason", "现场核实"));
  }

  private String drawn() {
    Map<String, String> notice =
        Map.of(
            "region",
            office.region,
            "title",
            "专项检查",
            "beginsOn",
            today().toString(),
            "endsOn",
            today().plusDays(30).toString());
    String inspection =
        scene.http.post("/v1/inspections", office.clerk, notice).expect(201).text("inspectionId");
    scene.http.post("/v1/inspections/" + inspection + "/draw", office.clerk, Map.of()).expect(200);
    return inspection;
  }

  private void fail(String inspection, String shop) {
    Map<String, Object> finding =
        Map.of(
            "venueId",
            shop,
            "passed",
            false,
            "text",
            "未兑现",
            "deadline",
            today().plusDays(15).toString());
    scene
        .http
        .post("/v1/inspections/" + inspection + "/findings", office.clerk, finding)
        .expect(201);
  }

  private StoryHttp.Reply recheck(String inspection, String shop, String decision) {
    return scene.http.post(
        "/v1/inspections/" + inspection + "/rechecks",
        office.reviewer,
        Map.of("venueId", shop, "decision", decision, "text", "复查"));
  }

  private void close(String inspection) {
    scene
        .http
        .post(
            "/v1/inspections/" + inspection + "/closing",
            office.reviewer,
            Map.of("report", "检查情况通报"))
        .expect(200);
  }
}
