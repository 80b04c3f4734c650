package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.holder.PersonEvent;
import org.yongjun.pass.holder.PersonEventKind;
import org.yongjun.pass.holder.PersonEvents;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Transactions;

/**
 * Goal: mistakes about persons are set right to the day, two offices at once leave nothing half
 * done, and papers are nobody else's to read. Method: over HTTP; where two must meet at one moment,
 * one of them holds its transaction open.
 */
class P06_WhatIsRecordedOfPersonsIsSetRightTest {
  private final PersonScene persons = new PersonScene();
  private final Scene scene = persons.scene;
  private final String holder = scene.register("VETERAN");
  private final String reviewer = scene.officer(Role.REVIEWER, scene.city);
  private final String nation = scene.officer(Role.CLERK, RegionCode.NATION);

  /** The office lifts its own suspension while a prison sentence is being recorded. */
  @Test
  void whoIsImprisonedAtTheMomentOfReinstatementStaysSuspended() throws Exception {
    persons
        .post("/v1/holders/" + holder + "/suspension", Map.of("reason", "UNDER_REVIEW"))
        .expect(200);
    PersonEvents events = PassServer.context().getBean(PersonEvents.class);
    Transactions transactions = PassServer.context().getBean(Transactions.class);
    Caller clerk = new Caller("clerk", Role.CLERK, scene.city, null, "request");
    PersonEvent.Draft prison =
        new PersonEvent.Draft(
            PersonEventKind.IMPRISONMENT,
            today(),
            "判决",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    CompletableFuture<StoryHttp.Reply> reinstated =
        transactions.write(
            () -> {
              events.record(clerk, holder, prison);
              CompletableFuture<StoryHttp.Reply> other =
                  CompletableFuture.supplyAsync(() -> post("reinstatement", Map.of()));
              pause();
              return other;
            });
    reinstated.get(30, TimeUnit.SECONDS);
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM holder_hold WHERE holder_id = ? AND cause = 'IMPRISONED'",
            holder));
    assertEquals("SUSPENDED", persons.get("/v1/holders/" + holder).expect(200).text("status"));
  }

  @Test
  void whoWasRevokedIsNotSuspended() {
    post("revocation", Map.of("reason", "STATUS_LOST")).expect(200);
    assertEquals(
        "CONFLICT", post("suspension", Map.of("reason", "UNDER_REVIEW")).expect(409).text("code"));
    assertEquals("CONFLICT", post("reinstatement", Map.of()).expect(409).text("code"));
    assertEquals(0, Sql.number("SELECT COUNT(*) FROM holder_hold WHERE holder_id = ?", holder));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'HOLDER_SUSPENDED'"
                + " AND subject_id = ?",
            holder));
  }

  @Test
  void nobodyDiesTwice() {
    String death = record("DEATH", today().minusDays(1)).expect(201).text("eventId");
    assertEquals("CONFLICT", record("DEATH", today()).expect(409).text("code"));
    // Another day is a correction, and the days count up to it.
    record("DEATH", today(), "corrects", death).expect(201);
    assertEquals(List.of(1L, 1L, 0L), personsOfThreeDays(scene.city));
  }

  @Test
  void aCampaignFindsTheDeadDeadWithoutASecondDeath() {
    String dead = scene.register("DISABLED_POLICE");
    String campaign =
        persons
            .post(
                "/v1/population/campaigns",
                Map.of(
                    "region", scene.city.toString(),
                    "title", "生存认证",
                    "dueOn", "2026-12-31",
                    "holderClass", "DISABLED_POLICE"))
            .expect(201)
            .text("campaignId");
    Map<String, String> death = body("DEATH", today().minusDays(1));
    persons.post("/v1/holders/" + dead + "/events", death).expect(201);
    Map<String, String> finding =
        Map.of(
            "holderId",
            dead,
            "outcome",
            "DEAD",
            "effectiveOn",
            today().toString(),
            "document",
            "生存认证");
    StoryHttp.Reply answer =
        persons.post(
            "/v1/population/campaigns/" + campaign + "/findings",
            Map.of("findings", List.of(finding)));
    assertEquals("RECORDED", answer.expect(200).text("results/0/result"));
    assertEquals(1, Sql.number("SELECT COUNT(*) FROM person_event WHERE holder_id = ?", dead));
  }

  /** The day before, the class gained today is not there yet, though the record has it. */
  @Test
  void daysThatADeathByMistakeTookAreCountedByWhatWasSoThen() {
    String death = record("DEATH", today().minusDays(20)).expect(201).text("eventId");
    record("CLASS_GAINED", today(), "holderClass", "DISABLED_SERVICEPERSON").expect(201);
    record("PROOF_OF_LIFE", today(), "corrects", death).expect(201);
    assertEquals(List.of(1L, 1L, 1L), personsOfThreeDays(scene.city));
    String disabled = "&ofWhich=DISABLED_SERVICEPERSON";
    assertEquals(0, population(scene.city, today().minusDays(1), disabled).number("ofWhich"));
    assertEquals(1, population(scene.city, today(), disabled).number("ofWhich"));
  }

  @Test
  void aTransferByMistakeGivesTheListsBackAndIsInTheJournal() {
    RegionCode elsewhere = Scene.open().city;
    String list = persons.list();
    String line =
        persons
            .add(list, holder, today().minusDays(9), today().plusDays(90))
            .expect(201)
            .text("membershipId");
    String withdrawn = persons.list();
    String other =
        persons
            .add(withdrawn, holder, today().minusDays(9), today().plusDays(90))
            .expect(201)
            .text("membershipId");
    String move =
        record("TRANSFER_OUT", today(), "otherRegion", elsewhere.toString())
            .expect(201)
            .text("eventId");
    assertEquals(0, membersOf(list));
    // One of them the office ends itself meanwhile: that stays.
    persons.endLine(withdrawn, other, today().minusDays(3)).expect(200);
    correct(move);
    assertEquals(1, membersOf(list));
    assertEquals(0, membersOf(withdrawn));
    assertEquals(2, ended(line), "once ended by the move, once given back");
    assertEquals(
        today().plusDays(90).toString(),
        persons.get("/v1/member-lists/" + list + "/members").text("members/0/validUntil"));
  }

  /** To C from today on was recorded first, then to B from yesterday on; B was a mistake. */
  @Test
  void anEarlierTransferThatIsTakenBackLeavesTheHomeOfBefore() {
    RegionCode b = Scene.open().city;
    RegionCode c = Scene.open().city;
    record("TRANSFER_OUT", today(), "otherRegion", c.toString()).expect(201);
    String mistake =
        record("TRANSFER_OUT", today().minusDays(1), "otherRegion", b.toString())
            .expect(201)
            .text("eventId");
    assertEquals(List.of(1L, 0L, 0L), personsOfThreeDays(scene.city));
    assertEquals(List.of(0L, 1L, 0L), personsOfThreeDays(b));
    String yesterday = "&from=" + today().minusDays(1) + "&to=" + today().minusDays(1);
    assertEquals(0, changes(c, yesterday).number("transferredOut"));
    assertEquals(1, changes(scene.city, yesterday).number("transferredOut"));
    correct(mistake);
    assertEquals(List.of(1L, 1L, 0L), personsOfThreeDays(scene.city));
    assertEquals(List.of(0L, 0L, 0L), personsOfThreeDays(b));
    assertEquals(List.of(0L, 0L, 1L), personsOfThreeDays(c));
  }

  @Test
  void aPaperIsReadByTheOfficeAndNotInTheDatabase() {
    String paper = "虚构刑初0001号判决书";
    record("IMPRISONMENT", today(), "document", paper).expect(201);
    assertEquals(
        paper, scene.http.get(path(), persons.clerk).expect(200).text("events/0/document"));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM person_event WHERE holder_id = ? AND (document <> ''"
                + " OR LOCATE(?, sealed_document) > 0)",
            holder,
            "判决书".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aVehicleHasNoEventsOfPersons() {
    String vehicle =
        persons
            .post(
                "/v1/vehicles",
                Map.of(
                    "plate", "VQ%05d".formatted(scene.city.value() % 100_000),
                    "region", scene.city.toString(),
                    "validFrom", today().minusDays(2).toString(),
                    "validUntil", today().plusDays(300).toString()))
            .expect(201)
            .text("holderId");
    Map<String, String> gained = body("CLASS_GAINED", today(), "holderClass", "VETERAN");
    assertEquals(
        "CONFLICT",
        persons.post("/v1/holders/" + vehicle + "/events", gained).expect(409).text("code"));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(1_500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private String path() {
    return "/v1/holders/" + holder + "/events";
  }

  /** What a reviewer does to the holder. */
  private StoryHttp.Reply post(String what, Map<String, String> body) {
    String path = "/v1/holders/" + holder + "/" + what;
    return body.isEmpty()
        ? scene.http.post(path, reviewer, "application/json", new byte[0])
        : scene.http.post(path, scene.officer(Role.ADMIN, scene.city), body);
  }

  private StoryHttp.Reply record(String kind, LocalDate day, String... more) {
    return scene.http.post(path(), nation, body(kind, day, more));
  }

  private void correct(String eventId) {
    record("PROOF_OF_LIFE", today(), "corrects", eventId).expect(201);
  }

  private static Map<String, String> body(String kind, LocalDate day, String... more) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("kind", kind);
    body.put("effectiveOn", day.toString());
    body.put("document", "测退役字〔2026〕1号");
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    return body;
  }

  private int membersOf(String list) {
    return persons.get("/v1/member-lists/" + list + "/members").expect(200).list("members").size();
  }

  private static long ended(String line) {
    return Sql.number(
        "SELECT COUNT(*) FROM journal_entry WHERE kind = 'LIST_MEMBER_ENDED' AND subject_id = ?",
        line);
  }

  /** Two days ago, yesterday and today; earlier days are before the entitlement. */
  private List<Long> personsOfThreeDays(RegionCode region) {
    return List.of(2, 1, 0).stream()
        .map(back -> population(region, today().minusDays(back), "").number("persons"))
        .toList();
  }

  private StoryHttp.Reply population(RegionCode region, LocalDate day, String more) {
    return scene
        .http
        .get("/v1/population?region=" + region + "&day=" + day + more, nation)
        .expect(200);
  }

  private StoryHttp.Reply changes(RegionCode region, String period) {
    return scene.http.get("/v1/population/changes?region=" + region + period, nation).expect(200);
  }
}
