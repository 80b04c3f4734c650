package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.LimitScene.limit;
import static org.yongjun.pass.scenario.Scene.key;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: what the ledger keeps is all that a decision rested on. Method: a random history of items
 * with limits, layers, conditions, tiers and origins, of further parts and reversals, over versions
 * of a catalogue; then every redemption is decided again, and must come out the same.
 */
class V02_EveryRedemptionIsDecidedAgainTheSameTest {
  private static final int STEPS = 60;
  private static final List<String> LABELS = List.of("GOODS", "MEAL", "ROOM", "CHECKUP", "FEE");

  private static final String MERIT = "{\"kind\": \"MERIT_AT_MOST\", \"meritClass\": 2}";
  private static final String NOT_DISABLED =
      "{\"kind\": \"NOT\", \"member\": {\"kind\": \"DISABILITY_GRADE_AT_MOST\", \"grade\": 6}}";

  private static final String OLD = "{\"kind\": \"AGE_AT_LEAST\", \"years\": 60}";

  private final LimitScene scene = new LimitScene();

  private String[] items(int percent) {
    return new String[] {
      scene.item("1", "GOODS", percent, limit("HOLDER", "DAY", "USES", 4)),
      scene.item("2", "GOODS", percent - 5, limit("ITEM", "DAY", "FEN", 5_000)),
      scene.item("3", "MEAL", percent, limit("PROGRAMME", "DAY", "HOLDERS", 2)),
      scene.itemWith("4", "ROOM", percentRule(60), MERIT),
      scene.itemWith(
          "5",
          "CHECKUP",
          "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 95, \"tiers\": {\"VETERAN\": 85}}",
          NOT_DISABLED),
      scene.local("6", "MEAL", percentRule(70)),
      scene.layer("7", "GOODS", 300),
      scene.itemWith("9", "FEE", percentRule(40), OLD),
      scene.bundle("8", limit("HOLDER", "DAY", "VISITS", 3))
    };
  }

  private static String percentRule(int percent) {
    return "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": %d}".formatted(percent);
  }

  private static Map<String, Long> bill(Random random) {
    Map<String, Long> bill = new HashMap<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      bill.put(LABELS.get(random.nextInt(LABELS.size())), 1L + random.nextInt(30_000));
    }
    if (random.nextInt(3) == 0) {
      bill.put("REGISTRATION_FEE", 1L + random.nextInt(3_000));
    }
    return bill;
  }

  @Test
  void aRandomHistoryIsDecidedAgainTheSame() {
    Random random = new Random(20_261_122);
    List<StoryPhone> phones =
        List.of(
            scene.honoured(1, 0), scene.honoured(3, 5), scene.honoured(0, 0), scene.countryman());
    List<StoryTerminal> tills = scene.tills(3);
    Map<String, StoryTerminal> standing = new HashMap<>();
    Set<String> all = new HashSet<>();
    List<String> visits = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (step % 20 == 0) {
        scene.publish(items(80 - step / 4));
      }
      StoryTerminal till = tills.get(random.nextInt(tills.size()));
      int what = random.nextInt(10);
      if (what < 2 && !standing.isEmpty()) {
        String id = standing.keySet().iterator().next();
        standing.remove(id).reverse(key(), id, "退货").expect(201);
        continue;
      }
      StoryHttp.Reply reply =
          what < 4 && !visits.isEmpty()
              ? till.redeemPart(key(), visits.get(random.nextInt(visits.size())), bill(random))
              : till.redeem(key(), phones.get(random.nextInt(4)).show(), bill(random));
      if (reply.status() == 201) {
        all.add(reply.text("redemptionId"));
        standing.put(reply.text("redemptionId"), till);
        visits.add(reply.text("visitId"));
      }
    }
    assertTrue(all.size() > STEPS / 4, "enough was redeemed: " + all.size());
    for (String id : all) {
      StoryHttp.Reply again = scene.reevaluate(id).expect(200);
      assertEquals("SAME", again.text("result"), again.json().toString());
    }
  }

  @Test
  void whatWasAskedOfTheHolderIsReadByNobodyAfterErasure() {
    scene.publish(
        scene.itemWith("1", "ROOM", percentRule(60), MERIT), scene.item("2", "GOODS", 80));
    String holder = scene.registerHonoured(2, 0);
    StoryPhone phone = scene.phone(holder);
    StoryTerminal till = scene.till();
    String asked = redeem(till, phone, Map.of("ROOM", 10_000L));
    String plain = redeem(till, phone, Map.of("GOODS", 10_000L));
    String facts =
        Sql.query("SELECT facts FROM ledger_entry WHERE redemption_id = ?", asked)
            .getFirst()
            .get("facts")
            .toString();
    assertTrue(facts.contains("\"sealed\""), facts);
    assertFalse(facts.contains("merit"), "the merit class is not to be read in the ledger");
    assertEquals("SAME", scene.reevaluate(asked).text("result"));

    Sql.update(
        "UPDATE holder SET wrapped_key = NULL, personal = NULL, id_index = NULL,"
            + " phone_index = NULL, card_index = NULL, content_hash = NULL WHERE id = ?",
        holder);
    assertEquals("ERASED", scene.reevaluate(asked).text("result"));
    assertEquals("SAME", scene.reevaluate(plain).text("result"));
  }

  @Test
  void aFigureThatSomebodyChangedIsPointedAt() throws SQLException {
    scene.publish(scene.item("1", "GOODS", 80));
    String id = redeem(scene.till(), scene.phone(LimitScene.WANG), Map.of("GOODS", 10_000L));
    // Whoever owns the tables can change what the application cannot.
    forge(id, 7_500, 2_500);
    StoryHttp.Reply again = scene.reevaluate(id).expect(200);
    forge(id, 8_000, 2_000);
    assertEquals("DIFFERENT", again.text("result"));
    assertEquals("GOODS", again.text("differences/0/where"));
    assertEquals("SAME", scene.reevaluate(id).text("result"));
  }

  private static void forge(String redemptionId, long payableFen, long valueFen)
      throws SQLException {
    String prefix = "flyway.datasources.default.";
    try (Connection owner =
            DriverManager.getConnection(
                PassServer.property(prefix + "url"),
                PassServer.property(prefix + "username"),
                PassServer.property(prefix + "password"));
        PreparedStatement statement =
            owner.prepareStatement(
                "UPDATE ledger_entry SET payable_fen = ?, benefit_value_fen = ?,"
                    + " layers = REPLACE(REPLACE(layers, '2000', ?), '2500', ?)"
                    + " WHERE redemption_id = ?")) {
      statement.setLong(1, payableFen);
      statement.setLong(2, valueFen);
      statement.setLong(3, valueFen);
      statement.setLong(4, valueFen);
      statement.setString(5, redemptionId);
      assertEquals(1, statement.executeUpdate());
    }
  }

  private static String redeem(StoryTerminal till, StoryPhone phone, Map<String, Long> bill) {
    return till.redeem(key(), phone.show(), bill).expect(201).text("redemptionId");
  }
}
