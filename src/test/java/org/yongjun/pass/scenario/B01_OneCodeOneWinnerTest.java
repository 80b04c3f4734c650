package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a code works exactly once, whoever submits it and how often at the same moment, and the
 * figures count just that. Method: 200 codes from 20 phones in waves of 20; of each code 4 copies
 * reach two shops at once, 80 requests in all, each under a key of its own. The ledger is then
 * summed by SQL written here and compared with roll-ups, figures and sums computed by hand.
 */
class B01_OneCodeOneWinnerTest {
  private static final int PHONES = 20;
  private static final int WAVES = 10;
  private static final int COPIES_PER_TERMINAL = 2;
  private static final Map<String, Long> BILL = Map.of("GOODS", 1995L);

  private final Scene scene = Scene.open();
  private final List<StoryTerminal> tills =
      List.of(scene.counter("PHARMACY"), scene.counter("PHARMACY"));

  @Test
  void ofTwoShopsThatSubmitTheSameCodeAtOnceExactlyOneWins() {
    List<StoryPhone> phones = scene.veterans(PHONES);
    for (int wave = 0; wave < WAVES; wave++) {
      race(phones.stream().map(StoryPhone::show).toList());
    }

    // 19.95 × 90 % = 17.955, half up 17.96; 1.99 is the benefit.
    long codes = PHONES * WAVES;
    Totals byHand = new Totals(codes, codes, 1995 * codes, 1995 * codes, 1796 * codes, 199 * codes);
    assertEquals(200, codes);
    assertEquals(byHand, Totals.ofFigure(scene));
    assertEquals(byHand, Totals.ofLedger(scene.city));
    assertEquals(byHand, Totals.ofRollups(scene.city));
    assertEquals(codes, countVisits());
    assertEquals(
        PHONES,
        Sql.number(
            "SELECT COUNT(DISTINCT person) FROM ledger_entry WHERE region = ?",
            scene.city.value()));
    assertEquals(true, scene.office.conservation(scene.city.toString()).at("holds"));
  }

  private void race(List<String> codes) {
    List<Callable<StoryHttp.Reply>> submissions = new ArrayList<>();
    for (String code : codes) {
      for (int copy = 0; copy < COPIES_PER_TERMINAL; copy++) {
        tills.forEach(till -> submissions.add(() -> till.redeem(Scene.key(), code, BILL)));
      }
    }
    List<StoryHttp.Reply> replies = Together.call(submissions);
    int copies = submissions.size() / codes.size();
    for (int i = 0; i < codes.size(); i++) {
      List<StoryHttp.Reply> ofOne = replies.subList(i * copies, (i + 1) * copies);
      assertEquals(1, ofOne.stream().filter(reply -> reply.status() == 201).count());
      ofOne.stream().filter(reply -> reply.status() != 201).forEach(this::assertReplayed);
    }
  }

  private void assertReplayed(StoryHttp.Reply reply) {
    assertEquals("REPLAYED", reply.expect(409).text("code"));
    assertTrue(reply.header("Retry-After").isEmpty(), "no later try can succeed");
  }

  private long countVisits() {
    return Sql.number(
        "SELECT COUNT(*) FROM visit WHERE venue_id IN (SELECT id FROM venue WHERE region = ?)",
        scene.city.value());
  }
}
