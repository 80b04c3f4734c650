package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: an office sees what a list would charge before anybody is charged by it. Method: drafts and
 * documents tried on made-up and real persons, over HTTP, beside what is in force.
 */
class K04_AListIsTriedBeforeItIsPublishedTest {
  private static final String RUNS = "/v1/catalogue-dry-runs";

  private static final Scene SCENE = Scene.open();
  private static final ListOffice OFFICE = new ListOffice(SCENE);

  @Test
  void aDraftIsPricedBesideWhatIsInForce() {
    OFFICE.published(OFFICE.document("dry", "2026-01-01", "OTHER", 90));
    String second =
        """
        , {"number": "2", "title": {"zh": "二", "en": "Two"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "where": {"kinds": ["OTHER"]},
           "parts": [{"label": "MEAL", "rule": {"kind": "FREE"}}]}]}
        """;
    String document = OFFICE.document("dry", "2026-01-01", "OTHER", 75).strip();
    document = document.substring(0, document.length() - 2) + second;
    String id = OFFICE.draft(OFFICE.clerk, document).expect(201).text("draft/draftId");
    long rows = rows();
    StoryHttp.Reply report =
        SCENE
            .http
            .post(
                RUNS,
                OFFICE.clerk,
                Map.of(
                    "draftId",
                    id,
                    "samples",
                    List.of(
                        sample("VETERAN", Map.of("label", "GOODS", "listFen", 3333)),
                        sample("VETERAN", Map.of("label", "MEAL", "listFen", 5000)),
                        sample("FIREFIGHTER", Map.of("label", "GOODS", "listFen", 3333)),
                        sample(
                            "VETERAN",
                            Map.of("label", "GOODS", "listFen", 4000, "referenceFen", 2000)))))
            .expect(200);
    assertEquals(1, report.number("baseVersion"));
    assertEquals(List.of("2"), report.at("added"));
    assertEquals(List.of(), report.at("removed"));
    assertEquals(List.of("1"), report.at("changed"));
    // 33.33 × 90 % = 29.997 → 30.00, 33.33 × 75 % = 24.9975 → 25.00: 5.00 more
    assertEquals(3000, report.number("samples/0/inForce/payableFen"));
    assertEquals(2500, report.number("samples/0/draft/payableFen"));
    assertEquals(500, report.number("samples/0/benefitChangeFen"));
    assertEquals(
        "dry-" + SCENE.city + "/1", report.text("samples/0/draft/parts/0/layers/0/itemId"));
    assertEquals(2, report.number("samples/0/draft/parts/0/layers/0/version"));
    assertEquals("CONDITION_FAILED", report.text("samples/1/inForce/reason"));
    assertEquals(5000, report.number("samples/1/benefitChangeFen"));
    assertEquals("CLASS_NOT_ENTITLED", report.text("samples/2/draft/reason"));
    assertEquals(0, report.number("samples/2/benefitChangeFen"));
    // The public pays 20.00 today: 20.00 × 90 % = 18.00, × 75 % = 15.00
    assertEquals(200, report.number("samples/3/inForce/benefitValueFen"));
    assertEquals(500, report.number("samples/3/draft/benefitValueFen"));
    assertEquals(rows, rows(), "nothing is written");
    assertEquals("DRAFT", SCENE.http.get(ListOffice.path(id), OFFICE.clerk).text("draft/state"));
  }

  @Test
  void beforeItsFirstDayADraftChangesNothing() {
    OFFICE.published(OFFICE.document("later", "2026-01-01", "HOTEL", 90));
    Map<String, Object> document = parse(OFFICE.document("later", "2099-03-01", "HOTEL", 50));
    Map<String, ?> holder = Map.of("classes", List.of("VETERAN"), "homeRegion", "130400");
    Map<String, ?> venue = Map.of("kind", "HOTEL", "region", SCENE.city.toString());
    List<Map<String, ?>> bill = List.of(Map.of("label", "GOODS", "listFen", 1000));
    StoryHttp.Reply report =
        run(Map.of(
                "document",
                document,
                "samples",
                List.of(
                    Map.of("holder", holder, "venue", venue, "bill", bill),
                    Map.of(
                        "holder",
                        holder,
                        "venue",
                        venue,
                        "bill",
                        bill,
                        "at",
                        "2099-02-28T04:00:00Z"))))
            .expect(200);
    // Its own first day is tried where none is said.
    assertEquals("2099-03-01T04:00:00Z", report.text("samples/0/at"));
    assertEquals(500, report.number("samples/0/draft/payableFen"));
    assertEquals(900, report.number("samples/1/draft/payableFen"));
  }

  @Test
  void aRealPersonIsUsedUnderTheOfficesEyesAlone() {
    String holder = SCENE.register("VETERAN");
    String venue = SCENE.venue("MUSEUM");
    Map<String, Object> document = parse(OFFICE.document("real", "2026-01-01", "MUSEUM", 60));
    Map<String, ?> body =
        Map.of(
            "document",
            document,
            "samples",
            List.of(
                Map.of(
                    "holderId",
                    holder,
                    "venueId",
                    venue,
                    "bill",
                    List.of(Map.of("label", "GOODS", "listFen", 1000)))));
    assertEquals(600, run(body).expect(200).number("samples/0/draft/payableFen"));
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'DRY_RUN_ON_HOLDER'"
                + " AND subject_id = ?",
            holder));
    Scene away = Scene.open();
    SCENE.http.post(RUNS, away.officer(Role.CLERK, away.city), body).expect(403);
    String stranger = away.register("VETERAN");
    Map<String, ?> foreign =
        Map.of(
            "document",
            document,
            "samples",
            List.of(
                Map.of(
                    "holderId",
                    stranger,
                    "venueId",
                    venue,
                    "bill",
                    List.of(Map.of("label", "GOODS", "listFen", 1000)))));
    run(foreign).expect(404);
  }

  /** List 60.00; from 60 years on everybody pays 30.00. The draft asks 60 % of that. */
  @Test
  void thePublicPriceIsTheFiledOneForTheHoldersAge() {
    String site =
        SCENE.office.venue(
            Map.of(
                "name",
                "site " + Scene.key(),
                "kind",
                "LIBRARY",
                "region",
                SCENE.city.toString(),
                "tariff",
                List.of(
                    Map.of(
                        "label",
                        "GOODS",
                        "listFen",
                        6000,
                        "ages",
                        List.of(Map.of("fromYears", 60, "percent", 50))))));
    Map<String, ?> filed = Map.of("label", "GOODS");
    Map<String, ?> stated = Map.of("label", "GOODS", "listFen", 6000, "referenceFen", 5000);
    StoryHttp.Reply report =
        run(Map.of(
                "document",
                parse(OFFICE.document("ages", "2026-01-01", "LIBRARY", 60)),
                "samples",
                List.of(
                    Map.of("holder", aged(62), "venueId", site, "bill", List.of(filed)),
                    Map.of("holder", aged(59), "venueId", site, "bill", List.of(filed)),
                    Map.of("holder", aged(62), "venueId", site, "bill", List.of(stated)),
                    // Born on 1 January 1960.
                    Map.of(
                        "holderId",
                        SCENE.register("VETERAN"),
                        "venueId",
                        site,
                        "bill",
                        List.of(filed)))))
            .expect(200);
    // 30.00 × 60 % = 18.00, 60.00 × 60 % = 36.00, 50.00 × 60 % = 30.00
    List<Long> payable = List.of(1800L, 3600L, 3000L, 1800L);
    List<Long> value = List.of(1200L, 2400L, 2000L, 1200L);
    for (int i = 0; i < payable.size(); i++) {
      assertEquals(payable.get(i), report.number("samples/" + i + "/draft/payableFen"));
      assertEquals(value.get(i), report.number("samples/" + i + "/draft/benefitValueFen"));
    }
  }

  private static Map<String, ?> aged(int years) {
    return Map.of("classes", List.of("VETERAN"), "homeRegion", "130400", "ageYears", years);
  }

  @Test
  void whatIsIncompleteIsSaid() {
    Map<String, Object> document = parse(OFFICE.document("bad", "2026-01-01", "OTHER", 60));
    assertEquals(
        "PRICE_MISSING",
        run(Map.of(
                "document",
                document,
                "samples",
                List.of(sample("VETERAN", Map.of("label", "GOODS")))))
            .expect(422)
            .text("code"));
    run(Map.of("samples", List.of(sample("VETERAN", Map.of("label", "GOODS", "listFen", 1)))))
        .expect(400);
    document.remove("items");
    assertEquals(
        "/items",
        run(Map.of(
                "document",
                document,
                "samples",
                List.of(sample("VETERAN", Map.of("label", "GOODS", "listFen", 1)))))
            .expect(422)
            .text("errors/0/pointer"));
  }

  private static StoryHttp.Reply run(Map<String, ?> body) {
    return SCENE.http.post(RUNS, OFFICE.reviewer, body);
  }

  private static Map<String, ?> sample(String holderClass, Map<String, ?> line) {
    return Map.of(
        "holder",
        Map.of("classes", List.of(holderClass), "homeRegion", "130400"),
        "venue",
        Map.of("kind", "OTHER", "region", SCENE.city.toString()),
        "bill",
        List.of(line));
  }

  /** Of what a redemption, a verification or an entry in the journal would add. */
  private static long rows() {
    return Sql.number(
        "SELECT (SELECT COUNT(*) FROM ledger_entry) + (SELECT COUNT(*) FROM verification)"
            + " + (SELECT COUNT(*) FROM attempt) + (SELECT COUNT(*) FROM journal_entry)");
  }

  private static Map<String, Object> parse(String json) {
    return new StoryHttp.Reply(
            200,
            HttpHeaders.of(Map.of(), (name, value) -> true),
            json.getBytes(StandardCharsets.UTF_8))
        .json();
  }
}
