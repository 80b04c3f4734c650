package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: what is allowed on paper works at a counter too: the longest remark, a number as a clerk
 * types it, a holder who moves. Method: over HTTP, as a clerk, a reviewer and a holder.
 */
class O05_CardOfficesMeetWhatComesTest {
  private final CardScene cards = new CardScene();
  private final Scene scene = cards.scene;

  /** 300 characters, and ten papers of two fields of 60 characters. */
  @Test
  void theLongestRemarkWithTheMostPapersIsKept() {
    String id = cards.apply(cards.type("某银行"), scene.register("VETERAN"));
    List<Map<String, String>> papers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      papers.add(Map.of("kind", "证".repeat(60), "reference", "号".repeat(60)));
    }
    String remark = "备".repeat(300);
    Map<String, Object> step = Map.of("stage", "ACCEPTED", "remark", remark, "documents", papers);
    scene.http.post(CardScene.steps(id), cards.clerk, step).expect(200);
    StoryHttp.Reply told = scene.http.get("/v1/card-applications/" + id, cards.clerk).expect(200);
    assertEquals(remark, told.text("events/1/remark"));
    assertEquals("号".repeat(60), told.text("events/1/documents/9/reference"));
  }

  @Test
  void aNumberIsKnownHoweverItIsTyped() {
    String type = cards.type("某银行");
    Scene.Person text = scene.person();
    Scene.Person wide = scene.person();
    Scene.Person small = scene.person();
    while (!small.idNumber().endsWith("X")) {
      small = scene.person();
    }
    StringBuilder lines = new StringBuilder();
    lines.append("'%s,%s,\n".formatted(text.idNumber(), cards.today));
    StringBuilder widened = new StringBuilder();
    wide.idNumber().chars().forEach(c -> widened.append((char) (c + 0xFEE0)));
    lines.append("%s,%s,\n".formatted(widened, cards.today));
    lines.append("%s,%s,\n".formatted(small.idNumber().replace('X', 'x'), cards.today));
    for (Scene.Person each : List.of(text, wide, small)) {
      scene.register(each, "VETERAN", scene.city);
    }
    StoryHttp.Reply report = cards.importCards(type, lines.toString()).expect(200);
    assertEquals(List.of(), report.list("faults"));
    assertEquals(3, report.number("created"));
  }

  /** Made here, the holder moves: the new office hands the card out, or either gives it up. */
  @Test
  void whoMovesWhileTheCardIsMadeGetsItFromTheNewOffice() {
    CardScene elsewhere = new CardScene();
    for (String end : List.of("ISSUED", "REFUSED")) {
      String type = cards.type("");
      String holder = scene.register("VETERAN");
      String id = made(type, holder);
      move(holder, elsewhere.scene.city.toString());
      String token = end.equals("ISSUED") ? elsewhere.clerk : cards.clerk;
      scene.http.get("/v1/card-applications/" + id, elsewhere.clerk).expect(200);
      cards.step(id, token, end).expect(200);
    }
    String stranger = new CardScene().clerk;
    String own = cards.apply(cards.type(""), scene.register("VETERAN"));
    scene.http.get("/v1/card-applications/" + own, stranger).expect(404);
    scene.http.get("/v1/card-applications/" + own, elsewhere.clerk).expect(404);
  }

  @Test
  void whoThinksBetterOfACardThatIsMadeMayApplyAgain() {
    String type = cards.type("");
    String holder = scene.register("VETERAN");
    String id = made(type, holder);
    cards.step(id, scene.holder(holder), "WITHDRAWN").expect(200);
    cards.apply(type, holder);
  }

  private String made(String type, String holder) {
    String id = cards.apply(type, holder);
    cards.step(id, cards.clerk, "ACCEPTED").expect(200);
    cards.step(id, cards.reviewer, "REVIEWED").expect(200);
    cards.step(id, cards.reviewer, "APPROVED").expect(200);
    cards.step(id, cards.clerk, "MADE").expect(200);
    return id;
  }

  private void move(String holder, String region) {
    Map<String, String> event =
        Map.of(
            "kind",
            "TRANSFER_OUT",
            "effectiveOn",
            cards.today.toString(),
            "document",
            "迁出证明",
            "otherRegion",
            region);
    scene.http.post("/v1/holders/" + holder + "/events", cards.clerk, event).expect(201);
  }

  @Test
  void aHolderActsToday() {
    String holder = scene.holder(scene.register("VETERAN"));
    Map<String, Object> body = new HashMap<>(Map.of("cardType", cards.type("某银行")));
    body.put("appliedOn", "2001-01-01");
    assertEquals("/day", cards.apply(holder, body).expect(400).text("errors/0/pointer"));
    body.put("appliedOn", cards.today.toString());
    String id = cards.apply(holder, body).expect(201).text("cardApplicationId");
    Map<String, String> back =
        Map.of("stage", "WITHDRAWN", "steppedOn", cards.today.minusDays(1).toString());
    scene.http.post(CardScene.steps(id), holder, back).expect(400);
  }

  @Test
  void theJournalKeepsWhoLookedAndWhatAFileAsked() {
    String type = cards.type("某银行");
    String holder = scene.register("VETERAN");
    String id = cards.apply(type, holder);
    scene.http.get("/v1/card-applications/" + id, scene.holder(holder)).expect(200);
    assertEquals(0, entries("PERSON_LOOKED_UP", holder));
    String path = "/v1/card-applications/" + id;
    scene.http.get(path + "?purpose=COMPLAINT", cards.clerk).expect(200);
    assertEquals(1, entries("PERSON_LOOKED_UP", holder));
    long listed = entries("PERSONS_LISTED", scene.city.toString());
    scene.http.get("/v1/card-applications?cardType=" + type, cards.clerk).expect(200);
    assertEquals(listed + 1, entries("PERSONS_LISTED", scene.city.toString()));

    String line = "%s,%s,\n".formatted(scene.person().idNumber(), cards.today);
    StoryHttp.Reply report = cards.importCards(type, line).expect(200);
    assertEquals("NOT_REGISTERED", report.text("faults/0/code"));
    assertEquals(
        1,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind = 'CARDS_IMPORTED' AND subject_id = ?"
                + " AND content LIKE ? AND content LIKE '%\"rejected\":\"1\"%'",
            type, "%" + report.text("importId") + "%"));
  }

  private static long entries(String kind, String subject) {
    return Sql.number(
        "SELECT COUNT(*) FROM journal_entry WHERE kind = ? AND subject_id = ?", kind, subject);
  }
}
