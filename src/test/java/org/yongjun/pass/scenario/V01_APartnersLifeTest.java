package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.VenueScene.plaque;
import static org.yongjun.pass.scenario.VenueScene.today;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.venue.LifeCycles;

/**
 * Goal: a partner goes through its life by legal steps alone, each of which stays on record, and
 * its terminals follow at once. Method: every step over HTTP, by the roles that may and those that
 * may not; races of steps; redemptions before and after.
 */
class V01_APartnersLifeTest {
  private static final Map<String, Long> BILL = Map.of("GOODS", 1000L);

  private final VenueScene office = new VenueScene();
  private final Scene scene = office.scene;

  @Test
  void aRegisteredPartnerRedeemsAtOnceAndHasItsFirstStepOnRecord() {
    String venue = scene.venue("PHARMACY");
    assertEquals("LISTED", office.venue(venue).text("stage"));
    assertEquals("ACTIVE", office.venue(venue).text("state"));
    StoryHttp.Reply events = events(venue);
    assertEquals(1, events.list("events").size());
    assertEquals("REGISTERED", events.text("events/0/kind"));
    assertEquals(today().toString(), events.text("events/0/on"));
  }

  @Test
  void aSuspensionStopsEveryTerminalAtOnceAndAReinstatementLetsThemGoOn() {
    StoryTerminal till = scene.counter("PHARMACY");
    String venue = venueOf(till);
    StoryPhone phone = scene.veteran();
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    String verified = till.verify(phone.show(), BILL).text("verificationId");

    office.step(venue, "SUSPENDED").expect(201);
    assertEquals("VENUE_NOT_ACTIVE", till.verify(phone.show(), BILL).text("reason"));
    assertEquals(
        "VENUE_NOT_ACTIVE", till.redeem(Scene.key(), phone.show(), BILL).expect(409).text("code"));
    assertEquals("VENUE_NOT_ACTIVE", till.redeem(Scene.key(), verified).expect(409).text("code"));

    office.step(office.reviewer, venue, "REINSTATED", Map.of()).expect(201);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    office.step(venue, "DELISTED").expect(201);
    assertEquals(
        "VENUE_NOT_ACTIVE", till.redeem(Scene.key(), phone.show(), BILL).expect(409).text("code"));
    assertEquals("DELISTED", office.venue(venue).text("stage"));
  }

  @Test
  void aPartnerToRectifyStillRedeems() {
    StoryTerminal till = scene.counter("PHARMACY");
    String venue = venueOf(till);
    Map<String, ?> order = Map.of("until", today().plusDays(15).toString(), "reason", "未张贴标识");
    assertEquals(
        "RECTIFYING",
        office.step(office.clerk, venue, "RECTIFICATION_ORDERED", order).text("after"));
    till.redeem(Scene.key(), scene.veteran().show(), BILL).expect(201);
    assertEquals("LISTED", office.step(venue, "RECTIFIED").expect(201).text("after"));
  }

  /** 生产类 offers jobs and does not redeem; a second plaque of a class that does is enough. */
  @Test
  void aPlaqueOfAClassThatDoesNotRedeemMakesNoTerminalWork() {
    String jobs = office.partnerClass("拥军志愿服务站（生产类）", false);
    String trade = office.partnerClass("拥军志愿服务站（经营类）", true);
    String venue = office.partner("PHARMACY", Map.of("plaque", plaque(jobs, "第一批")));
    assertEquals("NON_REDEEMING", office.venue(venue).text("state"));
    StoryTerminal till = scene.office.terminal(venue, "counter", "COUNTER");
    StoryPhone phone = scene.veteran();
    assertEquals("VENUE_NOT_ACTIVE", till.verify(phone.show(), BILL).text("reason"));

    office.step(office.admin, venue, "PLAQUE_AWARDED", award(trade)).expect(201);
    till.redeem(Scene.key(), phone.show(), BILL).expect(201);
    assertEquals(
        "CONFLICT",
        office.step(office.admin, venue, "PLAQUE_AWARDED", award(trade)).expect(409).text("code"));
    office.step(office.admin, venue, "PLAQUE_REMOVED", award(trade)).expect(201);
    assertEquals("VENUE_NOT_ACTIVE", till.verify(phone.show(), BILL).text("reason"));
    assertEquals(
        "CONFLICT",
        office.step(office.admin, venue, "PLAQUE_REMOVED", award(jobs)).expect(409).text("code"));
  }

  @Test
  void anIllegalStepIsRefusedAndSaysFromWhere() {
    String venue = scene.venue("PHARMACY");
    for (String kind : List.of("RECTIFIED", "REINSTATED", "LISTED")) {
      assertEquals("STEP_NOT_POSSIBLE", office.step(venue, kind).expect(409).text("code"), kind);
    }
    office.step(venue, "DELISTED").expect(201);
    StoryHttp.Reply refused = office.step(venue, "SUSPENDED").expect(409);
    assertEquals("场所当前阶段为“已清理”，不能办理“暂停”", refused.text("detail"));
    assertEquals(2, events(venue).list("events").size());
  }

  @Test
  void aDayInTheFutureOrBeforeTheLastStepIsRefused() {
    String venue = scene.venue("PHARMACY");
    for (String day : List.of(today().plusDays(1).toString(), today().minusDays(1).toString())) {
      StoryHttp.Reply refused =
          office.step(office.admin, venue, "SUSPENDED", Map.of("on", day)).expect(400);
      assertEquals("/on", refused.text("errors/0/pointer"));
    }
    assertEquals("ACTIVE", office.venue(venue).text("state"));
  }

  @Test
  void aClerkSuspendsButNeitherReinstatesNorDelists() {
    String venue = scene.venue("PHARMACY");
    office.step(office.clerk, venue, "SUSPENDED", Map.of()).expect(201);
    for (String kind : List.of("REINSTATED", "DELISTED")) {
      assertEquals(
          "NOT_ALLOWED", office.step(office.clerk, venue, kind, Map.of()).expect(403).text("code"));
    }
    String elsewhere = scene.officer(Role.ADMIN, Scene.open().city);
    assertEquals(404, office.step(elsewhere, venue, "REINSTATED", Map.of()).status());
    String owner = scene.atVenue("owner-1", Role.VENUE_OWNER, venue);
    assertEquals(
        2,
        scene.http.get("/v1/venues/" + venue + "/events", owner).expect(200).list("events").size());
    String stranger = scene.atVenue("owner-2", Role.VENUE_OWNER, scene.venue("PHARMACY"));
    assertEquals(404, scene.http.get("/v1/venues/" + venue + "/events", stranger).status());
  }

  /** Ten officers suspend at once: one step is taken, the others learn that they came too late. */
  @Test
  void ofTenThatSuspendAtOnceExactlyOneDoes() {
    String venue = scene.venue("PHARMACY");
    List<Callable<StoryHttp.Reply>> calls =
        IntStream.range(0, 10)
            .<Callable<StoryHttp.Reply>>mapToObj(i -> () -> office.step(venue, "SUSPENDED"))
            .toList();
    List<Integer> statuses =
        Together.call(calls).stream().map(StoryHttp.Reply::status).sorted().toList();
    assertEquals(201, statuses.getFirst());
    assertEquals(List.of(409), statuses.stream().skip(1).distinct().toList());
    assertEquals(2, events(venue).list("events").size());
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'VENUE_EVENT_RECORDED'"
                + " AND subject_id = ? AND content LIKE '%SUSPENDED%'",
            venue));
  }

  /** A late offline tap is judged by what terminals were answered when it happened. */
  @Test
  void whatWasActiveAtAPastMomentIsKnown() {
    LifeCycles lives = PassServer.context().getBean(LifeCycles.class);
    Instant before = Scene.CLOCK.instant();
    String venue = office.partner("PHARMACY", Map.of("listedOn", "2024-01-01"));
    Instant listed = Scene.CLOCK.instant();
    office.step(venue, "SUSPENDED").expect(201);
    Instant suspended = Scene.CLOCK.instant();
    office.step(venue, "REINSTATED").expect(201);
    assertFalse(lives.wasActiveAt(venue, before));
    assertTrue(lives.wasActiveAt(venue, listed));
    assertFalse(lives.wasActiveAt(venue, suspended));
    assertTrue(lives.wasActiveAt(venue, Scene.CLOCK.instant()));
  }

  @Test
  void theHistoryIsReadPageByPage() {
    String venue = scene.venue("SCENIC_SPOT");
    for (int level = 1; level <= 4; level++) {
      office.step(office.clerk, venue, "RATED", Map.of("aLevel", level)).expect(201);
    }
    assertEquals(4, office.venue(venue).number("aLevel"));
    String path = "/v1/venues/" + venue + "/events?pageSize=3";
    StoryHttp.Reply first = scene.http.get(path, office.clerk).expect(200);
    StoryHttp.Reply second =
        scene.http.get(path + "&cursor=" + first.text("next"), office.clerk).expect(200);
    assertEquals(2, second.list("events").size());
    assertEquals(5, second.number("events/1/step"));
    assertEquals("false", second.text("hasMore"));
  }

  private StoryHttp.Reply events(String venue) {
    return scene.http.get("/v1/venues/" + venue + "/events", office.clerk).expect(200);
  }

  private String venueOf(StoryTerminal till) {
    return Sql.query("SELECT venue_id FROM terminal WHERE id = ?", till.id())
        .getFirst()
        .get("venue_id")
        .toString();
  }

  private static Map<String, Object> award(String partnerClass) {
    return Map.of("plaque", plaque(partnerClass, "第一批"));
  }
}
