package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.benefit.Drafts;
import org.yongjun.pass.kernel.BusinessTime;

/**
 * Goal: a list comes into force through three officers' hands, and no one puts their own into
 * force. Method: over HTTP, with the refusals at every step, and what a till then charges.
 */
class K01_AListIsPublishedByFourEyesTest {
  private static final Scene SCENE = Scene.open();
  private static final ListOffice OFFICE = new ListOffice(SCENE);
  private static final String DIGITS = "1".repeat(100);

  @Test
  void aListGoesFromItsAuthorOverReviewToTheTill() {
    // Without who and parts it is no list yet, but a draft may be as unfinished as its author.
    String unfinished =
        """
        {"code": "flow-%1$s", "region": "%1$s", "title": {"zh": "清单", "en": "List"},
         "effectiveFrom": "2026-01-01", "items": [{"number": "1"}]}
        """
            .formatted(SCENE.city);
    String id = OFFICE.draft(OFFICE.clerk, unfinished).expect(201).text("draft/draftId");
    StoryHttp.Reply faults =
        SCENE.http.get(ListOffice.path(id) + "/faults", OFFICE.clerk).expect(200);
    List<String> pointers =
        faults.list("faults").stream().map(each -> (String) each.get("pointer")).toList();
    assertEquals(List.of("/items/0/parts", "/items/0/title", "/items/0/who", "/source"), pointers);
    StoryHttp.Reply early = OFFICE.submit(OFFICE.clerk, id, 1).expect(422);
    assertEquals("INVALID_CATALOGUE", early.text("code"));

    Map<String, Object> whole =
        new HashMap<>(parse(OFFICE.document("flow", "2026-01-01", "SHOP", 80)));
    SCENE.http.put(ListOffice.path(id), OFFICE.reviewer, whole).expect(403);
    SCENE.http.put(ListOffice.path(id), OFFICE.admin, whole).expect(409);
    StoryHttp.Reply edited = SCENE.http.put(ListOffice.path(id), OFFICE.clerk, whole).expect(200);
    assertEquals(2, edited.number("draft/revision"));
    assertEquals(
        true,
        SCENE.http.get(ListOffice.path(id) + "/faults", OFFICE.clerk).expect(200).at("valid"));

    OFFICE.approve(OFFICE.reviewer, id, 2).expect(409); // It was not submitted.
    OFFICE.submit(OFFICE.clerk, id, 2).expect(201);
    OFFICE.publish(OFFICE.admin, id, 3).expect(409); // Nobody approved it.
    OFFICE.sendBack(OFFICE.reviewer, id, 3, "折扣有误").expect(201);
    assertEquals(
        "折扣有误", SCENE.http.get(ListOffice.path(id), OFFICE.clerk).expect(200).text("draft/remark"));
    whole = new HashMap<>(parse(OFFICE.document("flow", "2026-01-01", "SHOP", 85)));
    SCENE.http.put(ListOffice.path(id), OFFICE.clerk, whole).expect(200);
    OFFICE.submit(OFFICE.clerk, id, 5).expect(201);
    SCENE.http.put(ListOffice.path(id), OFFICE.clerk, whole).expect(409); // It is under review.
    OFFICE.approve(OFFICE.reviewer, id, 5).expect(409); // That revision is past.
    OFFICE.approve(OFFICE.reviewer, id, 6).expect(201);

    StoryTerminal till = SCENE.counter("SHOP");
    StoryPhone phone = SCENE.veteran();
    assertEquals(
        false, till.verify(phone.show(), Map.of("GOODS", 1000L)).at("accepted"), "not in force");
    StoryHttp.Reply version = OFFICE.publish(OFFICE.admin, id, 7).expect(201);
    assertEquals(1, version.number("version"));
    // 10.00 × 85 % = 8.50
    assertEquals(850, till.verify(phone.show(), Map.of("GOODS", 1000L)).number("quote/payableFen"));
    assertEquals(1, OFFICE.publish(OFFICE.admin, id, 7).expect(200).number("version"));
    assertJournalled(id);
  }

  private static void assertJournalled(String id) {
    assertEquals(
        List.of(
            "CATALOGUE_DRAFTED",
            "CATALOGUE_DRAFTED",
            "CATALOGUE_SUBMITTED",
            "CATALOGUE_REVIEWED",
            "CATALOGUE_DRAFTED",
            "CATALOGUE_SUBMITTED",
            "CATALOGUE_REVIEWED"),
        Sql.query("SELECT kind FROM journal_entry WHERE subject_id = ? ORDER BY id", id).stream()
            .map(row -> row.get("kind"))
            .toList());
    String content =
        (String)
            Sql.query(
                    "SELECT content FROM journal_entry WHERE subject_id = ?",
                    "flow-" + SCENE.city + "/1")
                .getFirst()
                .get("content");
    assertTrue(content.contains("REVIEWED") && content.contains(id), content);
  }

  /** What JSON cannot write, nobody could read again. */
  @Test
  void noDraftHoldsANumberThatCannotBeReadAgain() {
    String code = "\"code\": \"odd-%1$s\", \"region\": \"%1$s\"".formatted(SCENE.city);
    for (String number : List.of("1e999", "-1e999", "1e400000000")) {
      OFFICE.draft(OFFICE.clerk, "{" + code + ", \"x\": [" + number + "]}").expect(422);
    }
    for (String number :
        List.of("!!float .nan", "!!float .inf", "1" + "0".repeat(400) + ".0", "!!int " + DIGITS)) {
      String yaml = "code: odd\nregion: '" + SCENE.city + "'\nx: " + number + "\n";
      byte[] document = yaml.getBytes(StandardCharsets.UTF_8);
      OFFICE.draft(OFFICE.clerk, "application/yaml", document).expect(422);
    }
    String whole = OFFICE.document("odd", "2026-01-01", "OTHER", 80).strip();
    String body =
        """
        {"document": {"batchNumber": 1e999, %s, "samples": [{
          "holder": {"classes": ["VETERAN"], "homeRegion": "130400"},
          "venue": {"kind": "OTHER", "region": "130400"},
          "bill": [{"label": "GOODS", "listFen": 1}]}]}
        """
            .formatted(whole.substring(1));
    byte[] run = body.getBytes(StandardCharsets.UTF_8);
    int status =
        SCENE.http.post("/v1/catalogue-dry-runs", OFFICE.clerk, "application/json", run).status();
    assertTrue(status < 500, () -> "status " + status);
  }

  @Test
  void anAuthorHasSoManyOpenDraftsAndNoMore() {
    Scene city = Scene.open();
    ListOffice office = new ListOffice(city);
    String document = office.document("many", "2026-01-01", "OTHER", 80);
    String first = office.draft(office.clerk, document).expect(201).text("draft/draftId");
    List<String> copies = new ArrayList<>();
    for (int i = 1; i < Drafts.OPEN_PER_AUTHOR_MAX; i++) {
      copies.add("SELECT '%s%03d' AS copy_id".formatted(first.substring(0, 23), i));
    }
    int rows =
        Sql.update(
            """
            INSERT INTO catalogue_draft (id, code, region, state, revision, base_version, document,
                author, created_at, changed_at)
            SELECT ids.copy_id, d.code, d.region, d.state, 1, 0, '{}', d.author, d.created_at,
                d.changed_at
            FROM catalogue_draft d, (%s) ids WHERE d.id = ?
            """
                .formatted(String.join(" UNION ALL ", copies)),
            first);
    assertEquals(Drafts.OPEN_PER_AUTHOR_MAX - 1, rows);
    StoryHttp.Reply refused = office.draft(office.clerk, document).expect(409);
    assertEquals("CONFLICT", refused.text("code"));
    city.http.put(ListOffice.path(first), office.clerk, parse(document)).expect(200);
    office.draft(office.admin, document).expect(201);
  }

  @Test
  void anAuthorNeitherReviewsNorPublishesTheirOwn() {
    // An administrator may write, review and publish, so that only the person tells.
    String document = OFFICE.document("own", "2026-01-01", "OTHER", 80);
    String id = OFFICE.draft(OFFICE.admin, document).expect(201).text("draft/draftId");
    OFFICE.submit(OFFICE.admin, id, 1).expect(201);
    StoryHttp.Reply review = OFFICE.approve(OFFICE.admin, id, 2).expect(403);
    assertEquals("FOUR_EYES", review.text("code"));
    OFFICE.approve(OFFICE.reviewer, id, 2).expect(201);
    assertEquals("FOUR_EYES", OFFICE.publish(OFFICE.admin, id, 3).expect(403).text("code"));
    OFFICE.publish(OFFICE.clerk, id, 3).expect(403);
    assertEquals(1, OFFICE.publish(OFFICE.reviewer, id, 3).expect(201).number("version"));
  }

  @Test
  void ofManyWhoPublishAtOnceOneVersionComes() {
    String id = OFFICE.approved(OFFICE.document("race", "2026-01-01", "OTHER", 80));
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String officer = i % 2 == 0 ? OFFICE.reviewer : OFFICE.admin;
      calls.add(() -> OFFICE.publish(officer, id, 3));
    }
    List<StoryHttp.Reply> replies = Together.call(calls);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    assertEquals(7, replies.stream().filter(reply -> reply.status() == 200).count());
    replies.forEach(reply -> assertEquals(1, reply.number("version")));
    assertEquals(
        1,
        Sql.number("SELECT COUNT(*) FROM catalogue_version WHERE code = ?", "race-" + SCENE.city));
  }

  @Test
  void aDraftThatAnotherOvertookIsComparedAgain() {
    OFFICE.published(OFFICE.document("two", "2026-01-01", "OTHER", 80));
    String first = OFFICE.approved(OFFICE.document("two", "2026-01-01", "OTHER", 75));
    String second = OFFICE.approved(OFFICE.document("two", "2026-01-01", "OTHER", 70));
    List<StoryHttp.Reply> replies =
        Together.call(
            List.of(
                () -> OFFICE.publish(OFFICE.reviewer, first, 3),
                () -> OFFICE.publish(OFFICE.admin, second, 3)));
    assertEquals(
        List.of(201, 409), replies.stream().map(StoryHttp.Reply::status).sorted().toList());
    assertEquals(
        2,
        Sql.number("SELECT COUNT(*) FROM catalogue_version WHERE code = ?", "two-" + SCENE.city));
  }

  @Test
  void aWithdrawnVersionEndsOnItsDayAndStaysAsItWas() {
    String code = "gone-" + SCENE.city;
    String today = BusinessTime.dayOf(Scene.CLOCK.instant()).toString();
    StoryTerminal till = SCENE.counter("HOTEL");
    StoryPhone phone = SCENE.veteran();
    OFFICE.published(OFFICE.document("gone", "2026-01-01", "HOTEL", 80));
    assertEquals(800, till.verify(phone.show(), Map.of("GOODS", 1000L)).number("quote/payableFen"));
    StoryHttp.Reply before =
        SCENE.http.get("/v1/catalogues/" + code + "/versions/1", OFFICE.clerk).expect(200);
    String path = "/v1/catalogues/" + code + "/versions/1/withdrawals";
    Map<String, String> now = Map.of("from", today, "reason", "政策到期");

    SCENE.http.post(path, OFFICE.clerk, now).expect(403);
    SCENE.http.post(path, OFFICE.admin, Map.of("from", "2026-01-01", "reason", "x")).expect(400);
    SCENE.http.post(path, OFFICE.admin, Map.of("from", "2099-01-01", "reason", "x")).expect(201);
    assertEquals(true, till.verify(phone.show(), Map.of("GOODS", 1000L)).at("accepted"));
    SCENE.http.post(path, OFFICE.admin, now).expect(201);
    assertEquals(false, till.verify(phone.show(), Map.of("GOODS", 1000L)).at("accepted"));
    SCENE.http.post(path, OFFICE.admin, now).expect(409);

    StoryHttp.Reply after =
        SCENE.http.get("/v1/catalogues/" + code + "/versions/1", OFFICE.clerk).expect(200);
    assertEquals(before.json(), after.json());
    StoryHttp.Reply versions =
        SCENE.http.get("/v1/catalogues/" + code + "/versions", OFFICE.clerk).expect(200);
    assertEquals("WITHDRAWN", versions.text("editions/0/state"));
    assertEquals(today, versions.text("editions/0/withdrawnFrom"));
  }

  @Test
  void aVersionWithdrawnBeforeItsDayLeavesTheOneBefore() {
    StoryTerminal till = SCENE.counter("PARK");
    StoryPhone phone = SCENE.veteran();
    OFFICE.published(OFFICE.document("keep", "2026-01-01", "PARK", 80));
    OFFICE.published(OFFICE.document("keep", "2099-01-01", "PARK", 10));
    String path = "/v1/catalogues/keep-" + SCENE.city + "/versions/2/withdrawals";
    SCENE.http.post(path, OFFICE.reviewer, Map.of("from", "2098-12-31", "reason", "x")).expect(201);
    assertEquals(800, till.verify(phone.show(), Map.of("GOODS", 1000L)).number("quote/payableFen"));
    StoryHttp.Reply versions =
        SCENE.http.get("/v1/catalogues/keep-" + SCENE.city + "/versions", OFFICE.clerk).expect(200);
    assertEquals("WITHDRAWN", versions.text("editions/0/state"));
    assertEquals("IN_FORCE", versions.text("editions/1/state"));
  }

  @Test
  void listsAreCountedByLevelAndBatch() {
    Scene city = Scene.open();
    ListOffice officers = new ListOffice(city);
    String counts = "/v1/catalogue-counts?region=" + city.city;
    StoryHttp.Reply before = city.http.get(counts, officers.clerk).expect(200);
    officers.published(officers.document("count", "2026-01-01", "OTHER", 80));
    officers.published(
        officers
            .document("count2", "2026-02-01", "OTHER", 80)
            .replace("\"batchNumber\": 1", "\"batchNumber\": 2"));
    StoryHttp.Reply after = city.http.get(counts, officers.clerk).expect(200);
    assertEquals(before.number("total/items") + 2, after.number("total/items"));
    assertEquals(before.number("total/catalogues") + 2, after.number("total/catalogues"));
    Map<String, Object> second =
        after.list("groups").stream()
            .filter(group -> Integer.valueOf(2).equals(group.get("batchNumber")))
            .findFirst()
            .orElseThrow();
    assertEquals("CITY", second.get("level"));
    assertEquals(Map.of("catalogues", 1, "categories", 1, "items", 1), second.get("sum"));
    // On the day before the second batch began there was one list less.
    StoryHttp.Reply then = city.http.get(counts + "&day=2026-01-31", officers.clerk).expect(200);
    assertEquals(after.number("total/items") - 1, then.number("total/items"));
  }

  @Test
  void whereOfficialTextsDifferTheReadingThatAppliesIsStated() {
    String conflict =
        """
        "conflict": {"zh": "两份报道对象不同", "en": "Two reports name different groups"},
        "sources": [
          {"title": "5月报道", "date": "2023-05-09", "says": {"zh": "军属", "en": "dependents"}%s},
          {"title": "8月报道", "date": "2023-08-03", "says": {"zh": "现役", "en": "serving"}%s}],
        "synthetic": true
        """;
    String document = OFFICE.document("texts", "2026-01-01", "SCENIC_SPOT", 0);
    String id =
        OFFICE
            .draft(
                OFFICE.clerk, document.replace("\"synthetic\": true", conflict.formatted("", "")))
            .expect(201)
            .text("draft/draftId");
    StoryHttp.Reply refused = OFFICE.submit(OFFICE.clerk, id, 1).expect(422);
    assertEquals("/items/0/sources", refused.text("errors/0/pointer"));
    String stated = conflict.formatted(", \"applied\": true", "");
    StoryHttp.Reply published = OFFICE.published(document.replace("\"synthetic\": true", stated));
    // The API shows both texts side by side.
    assertEquals("5月报道", published.text("document/items/0/sources/0/title"));
    assertEquals("8月报道", published.text("document/items/0/sources/1/title"));
  }

  @Test
  void anotherOfficeSeesNoDraftAndAnOwnerOnlyOffersOfTheOwnVenue() {
    String id =
        OFFICE
            .draft(OFFICE.clerk, OFFICE.document("hidden", "2026-01-01", "OTHER", 80))
            .expect(201)
            .text("draft/draftId");
    Scene away = Scene.open();
    SCENE.http.get(ListOffice.path(id), away.officer(Role.REVIEWER, away.city)).expect(404);
    String venue = SCENE.venue("OTHER");
    String owner = SCENE.atVenue("owner-of-" + venue, Role.VENUE_OWNER, venue);
    SCENE.http.get(ListOffice.path(id), owner).expect(404);
    assertEquals(
        List.of(), SCENE.http.get("/v1/catalogue-drafts", owner).expect(200).list("drafts"));
    assertTrue(
        SCENE
            .http
            .get("/v1/catalogue-drafts?state=DRAFT&pageSize=1", OFFICE.reviewer)
            .expect(200)
            .text("drafts/0/state")
            .equals("DRAFT"));
  }

  private static Map<String, Object> parse(String json) {
    return new StoryHttp.Reply(
            200,
            HttpHeaders.of(Map.of(), (name, value) -> true),
            json.getBytes(StandardCharsets.UTF_8))
        .json();
  }
}
