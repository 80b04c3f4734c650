package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
}
