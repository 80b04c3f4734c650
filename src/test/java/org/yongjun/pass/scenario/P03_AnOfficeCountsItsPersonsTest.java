package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.programmes.Covers;

/**
 * Goal: an office counts its persons as of any day, each once, with “of which” counts that are
 * never added; a campaign's counts are those of the events that it led to; and whoever looks a
 * person up leaves an entry. Method: a city of a few persons, whose counts are written here by
 * hand.
 */
class P03_AnOfficeCountsItsPersonsTest {
  private final PersonScene persons = new PersonScene();
  private final Scene scene = persons.scene;

  /**
   * Two serving, three veterans of whom one is disabled and one also a beneficiary: five persons, 2
   * serving and 3 veterans, of which 2 beneficiaries. A vehicle is no person.
   */
  @Test
  @Covers(
      value = {"S01-243", "S01-201"},
      by = "GET /v1/population")
  void nestedCountsAreAmongTheirClassAndNotBesideIt() {
    scene.register("SERVICEPERSON");
    scene.register("SERVICEPERSON");
    scene.register("VETERAN");
    scene.register("VETERAN;DISABLED_SERVICEPERSON");
    scene.register("VETERAN;OTHER_BENEFICIARY");
    vehicle();
    StoryHttp.Reply counted = population("");
    assertEquals(5, counted.number("persons"));
    assertEquals(2, counted.number("ofWhich"));
    assertEquals(5, counted.number("filed"));
    assertEquals(
        List.of(
            "SERVICEPERSON 2/0",
            "VETERAN 3/2",
            "DISABLED_SERVICEPERSON 1/1",
            "OTHER_BENEFICIARY 1/1"),
        classes(counted));
    StoryHttp.Reply disabled = population("&ofWhich=DISABLED_SERVICEPERSON&ofWhich=RETIRED_CADRE");
    assertEquals(1, disabled.number("ofWhich"));
    assertEquals("VETERAN 3/1", classes(disabled).get(1));
    assertEquals(
        List.of(Map.of("region", scene.city.toString(), "persons", 5)), counted.at("regions"));
    // Entitlement begins two days before a registration.
    LocalDate first = LocalDate.now(Scene.CLOCK).minusDays(2);
    assertEquals(5, population("&day=" + first).number("persons"));
    assertEquals(0, population("&day=" + first.minusDays(1)).number("persons"));
  }

  /** Of four veterans one dies, one leaves for another city, one comes, one becomes disabled. */
  @Test
  @Covers(value = "S00-08", by = "GET /v1/population/changes")
  void aPastDayIsCountedAsItWasAndAsItIsKnownToday() {
    PersonScene elsewhere = new PersonScene();
    String dead = scene.register("VETERAN");
    String leaves = scene.register("VETERAN");
    String disabled = scene.register("VETERAN");
    scene.register("VETERAN");
    String comes = elsewhere.scene.register("VETERAN");
    event(persons, dead, "DEATH", today().minusDays(1));
    event(persons, leaves, "TRANSFER_OUT", today().minusDays(1), elsewhere.scene.city);
    event(elsewhere, comes, "TRANSFER_OUT", today(), scene.city);
    event(persons, comes, "TRANSFER_IN", today(), elsewhere.scene.city);
    persons
        .post(
            path(disabled),
            Map.of(
                "kind", "NEW_APPROVAL",
                "effectiveOn", today().toString(),
                "document", "批",
                "holderClass", "DISABLED_SERVICEPERSON"))
        .expect(201);
    // Two days ago: four. Yesterday: without the dead and the one who left. Today: one more.
    assertEquals(4, population("&day=" + today().minusDays(2)).number("persons"));
    assertEquals(2, population("&day=" + today().minusDays(1)).number("persons"));
    StoryHttp.Reply now = population("");
    assertEquals(3, now.number("persons"));
    assertEquals(List.of("VETERAN 3/1", "DISABLED_SERVICEPERSON 1/1"), classes(now));

    StoryHttp.Reply changes = changes(scene.city, today().minusDays(1), today());
    assertEquals(1, changes.number("died"));
    assertEquals(1, changes.number("transferredOut"));
    assertEquals(1, changes.number("transferredIn"), "two records of one arrival");
    assertEquals(1, changes.number("newlyApproved"));
    assertEquals(0, changes.number("imprisoned"));
    assertEquals(0, changes(scene.city, today(), today()).number("died"));
    // A correction takes the death out of every count.
    String eventId = persons.get(path(dead)).text("events/0/eventId");
    persons
        .post(
            path(dead),
            Map.of(
                "kind",
                "PROOF_OF_LIFE",
                "effectiveOn",
                today().toString(),
                "document",
                "更正",
                "corrects",
                eventId))
        .expect(201);
    assertEquals(0, changes(scene.city, today().minusDays(1), today()).number("died"));
    assertEquals(1, changes(scene.city, today(), today()).number("provenAlive"));
    assertEquals(3, population("&day=" + today().minusDays(1)).number("persons"));
    assertEquals(4, population("").number("persons"));
  }

  /** Of a file of five lines one person is new; the campaign has those of its class already. */
  @Test
  void aFileAddsPersonsOfTheOwnRegionToACampaign() {
    Scene.Person known = scene.person();
    scene.register(known, "DISABLED_POLICE", scene.city);
    Scene.Person added = scene.person();
    scene.register(added, "VETERAN", scene.city);
    Scene elsewhere = Scene.open();
    Scene.Person foreigner = elsewhere.person();
    elsewhere.register(foreigner, "VETERAN", elsewhere.city);
    String campaign = campaign();
    String file =
        "身份证号\n%s\n%s\n%s\n%s\n123\n"
            .formatted(
                known.idNumber(),
                added.idNumber(),
                foreigner.idNumber(),
                scene.person().idNumber());
    StoryHttp.Reply report = importPersons(campaign, file).expect(200);
    assertEquals("UNCHANGED", report.text("outcomes/0/outcome"));
    assertEquals("CREATED", report.text("outcomes/1/outcome"));
    assertEquals("REGISTERED_ELSEWHERE", report.text("outcomes/2/errors/0/code"));
    assertEquals("NOT_REGISTERED", report.text("outcomes/3/errors/0/code"));
    assertEquals("ID_NUMBER_MALFORMED", report.text("outcomes/4/errors/0/code"));
    assertCounts(campaign, 2, 2, 0, 0, 0, 0);
    assertEquals(2, importPersons(campaign, file).number("unchanged"));
    assertCounts(campaign, 2, 2, 0, 0, 0, 0);
    importPersons(campaign, "姓名\n王\n").expect(400);
  }

  /** Seven: four confirmed, one dead, one in prison, one not found at first and confirmed later. */
  @Test
  void aCampaignsCountsAreThoseOfItsEvents() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(scene.register("DISABLED_POLICE"));
    }
    String campaign = campaign();
    String by = "/v1/population/campaigns/" + campaign;
    assertCounts(campaign, 7, 7, 0, 0, 0, 0);

    List<Map<String, String>> findings = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      findings.add(finding(ids.get(i), "VERIFIED"));
    }
    findings.add(finding(ids.get(4), "DEAD"));
    findings.add(finding(ids.get(5), "IMPRISONED"));
    findings.add(finding(ids.get(6), "NOT_FOUND"));
    findings.add(finding(scene.register("VETERAN"), "VERIFIED"));
    List<String> results = decide(campaign, findings);
    assertEquals(7, Collections.frequency(results, "RECORDED"));
    assertEquals("NOT_IN_CAMPAIGN", results.getLast());
    assertCounts(campaign, 7, 0, 6, 4, 2, 1);
    assertEquals(
        List.of("UNCHANGED", "DECIDED_OTHERWISE"),
        decide(
            campaign, List.of(finding(ids.getFirst(), "VERIFIED"), finding(ids.get(1), "DEAD"))));

    // The one who was not found turns up at two counters at once: one proof of life.
    List<Callable<List<String>>> calls =
        Collections.nCopies(4, () -> decide(campaign, List.of(finding(ids.get(6), "VERIFIED"))));
    long recorded = Together.call(calls).stream().filter(each -> each.contains("RECORDED")).count();
    assertEquals(1, recorded);
    assertCounts(campaign, 7, 0, 7, 5, 2, 0);
    StoryHttp.Reply changes = changes(scene.city, today(), today());
    assertEquals(5, changes.number("provenAlive"));
    assertEquals(1, changes.number("died"));
    assertEquals(1, changes.number("imprisoned"));
    assertEquals("SUSPENDED", persons.get("/v1/holders/" + ids.get(4)).text("status"));
    // The dead are out of the count, the imprisoned are not; one veteran besides the seven.
    assertEquals(7, population("").number("persons"));
    assertEquals(
        2, persons.get(by + "/persons?outcome=VERIFIED&pageSize=2").list("persons").size());
    assertEquals(1, persons.get("/v1/population/campaigns").expect(200).list("campaigns").size());
  }

  @Test
  void whoeverLooksAPersonUpLeavesAnEntryWithThePurpose() {
    String holder = scene.register("VETERAN");
    persons.get("/v1/holders/" + holder).expect(200);
    persons.get("/v1/holders/" + holder + "?purpose=COMPLAINT").expect(200);
    persons.get(path(holder) + "?purpose=INVESTIGATION").expect(200);
    persons.get("/v1/holders/" + holder + "/certificates?purpose=AUDIT").expect(200);
    persons.get("/v1/holders?purpose=REVIEW").expect(200);
    persons.get("/v1/holders/" + holder + "?purpose=CURIOSITY").expect(400);
    String stranger = scene.officer(Role.CLERK, Scene.open().city);
    scene.http.get("/v1/holders/" + holder, stranger).expect(404);
    List<String> entries =
        Sql.query(
                "SELECT content FROM journal_entry WHERE kind = 'PERSON_LOOKED_UP'"
                    + " AND subject_id = ? AND actor = ? ORDER BY id",
                holder,
                "officer-CLERK-" + scene.city)
            .stream()
            .map(row -> String.valueOf(row.get("content")))
            .toList();
    List<String> purposes = List.of("SERVICE", "COMPLAINT", "INVESTIGATION", "AUDIT");
    assertEquals(purposes.size(), entries.size());
    for (int i = 0; i < purposes.size(); i++) {
      String purpose = purposes.get(i);
      assertEquals(1, entries.stream().filter(each -> each.contains(purpose)).count(), purpose);
    }
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'PERSONS_LISTED' AND region = ?"
                + " AND content LIKE '%REVIEW%'",
            scene.city.value()));
  }

  private void vehicle() {
    persons
        .post(
            "/v1/vehicles",
            Map.of(
                "plate", "VP%05d".formatted(scene.city.value() % 100_000),
                "region", scene.city.toString(),
                "validFrom", today().minusDays(2).toString(),
                "validUntil", today().plusDays(300).toString()))
        .expect(201);
  }

  /** A campaign about the city's disabled police officers. */
  private String campaign() {
    return persons
        .post(
            "/v1/population/campaigns",
            Map.of(
                "region", scene.city.toString(),
                "title", "第四季度生存认证",
                "dueOn", "2026-12-31",
                "holderClass", "DISABLED_POLICE"))
        .expect(201)
        .text("campaignId");
  }

  private StoryHttp.Reply importPersons(String campaign, String file) {
    return scene.http.post(
        "/v1/population/campaigns/" + campaign + "/imports",
        persons.clerk,
        "text/csv",
        file.getBytes(StandardCharsets.UTF_8));
  }

  private void assertCounts(
      String campaign, int all, int open, int checked, int confirmed, int removed, int notFound) {
    StoryHttp.Reply answer = persons.get("/v1/population/campaigns/" + campaign).expect(200);
    assertEquals(
        List.of(all, open, checked, confirmed, removed, notFound),
        List.of("persons", "open", "checked", "confirmed", "removed", "notFound").stream()
            .map(answer::at)
            .toList());
  }

  private static Map<String, String> finding(String holderId, String outcome) {
    return Map.of(
        "holderId",
        holderId,
        "outcome",
        outcome,
        "effectiveOn",
        today().toString(),
        "document",
        "第四季度生存认证");
  }

  private List<String> decide(String campaign, List<Map<String, String>> findings) {
    return persons
        .post("/v1/population/campaigns/" + campaign + "/findings", Map.of("findings", findings))
        .expect(200)
        .list("results")
        .stream()
        .map(each -> String.valueOf(each.get("result")))
        .toList();
  }

  private static void event(PersonScene by, String holder, String kind, LocalDate day) {
    Map<String, String> body = Map.of("kind", kind, "effectiveOn", day.toString(), "document", "文");
    by.post(path(holder), body).expect(201);
  }

  private static void event(
      PersonScene by, String holder, String kind, LocalDate day, RegionCode other) {
    Map<String, String> body =
        Map.of(
            "kind",
            kind,
            "effectiveOn",
            day.toString(),
            "document",
            "文",
            "otherRegion",
            other.toString());
    by.post(path(holder), body).expect(201);
  }

  private static String path(String holder) {
    return "/v1/holders/" + holder + "/events";
  }

  private StoryHttp.Reply population(String query) {
    return persons.get("/v1/population?region=" + scene.city + query).expect(200);
  }

  private StoryHttp.Reply changes(RegionCode region, LocalDate from, LocalDate to) {
    return persons
        .get("/v1/population/changes?region=" + region + "&from=" + from + "&to=" + to)
        .expect(200);
  }

  private static List<String> classes(StoryHttp.Reply counted) {
    return counted.list("classes").stream()
        .map(
            each -> each.get("holderClass") + " " + each.get("persons") + "/" + each.get("ofWhich"))
        .toList();
  }
}
