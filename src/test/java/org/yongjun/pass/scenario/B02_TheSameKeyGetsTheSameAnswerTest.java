package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a till that heard no answer may send the same request again, as often as it likes and
 * whatever happened in between, and gets the one answer there is. Method: repeats one after
 * another, 32 at once, after Redis lost everything, after the facts changed, and while another
 * transaction holds the key.
 */
class B02_TheSameKeyGetsTheSameAnswerTest {
  private static final int THREADS = 32;
  private static final Map<String, Long> BILL = Map.of("GOODS", 2000L);

  private final Scene scene = Scene.open();
  private final StoryTerminal till = scene.counter("PHARMACY");

  @Test
  void repeatGetsTheSameBytesAndSaysThatItIsARepeat() {
    String key = Scene.key();
    String code = scene.veteran().show();
    StoryHttp.Reply first = till.redeem(key, code, BILL).expect(201);
    assertEquals(Optional.empty(), first.header("Idempotent-Replayed"));
    assertRepeats(first, till.redeem(key, code, BILL));
    assertRepeats(first, till.redeem(key, code, BILL));
    assertEquals(1, Totals.ofFigure(scene).uses());
  }

  @Test
  void redeemedVerificationRepeatsLikeARedeemedCode() {
    String key = Scene.key();
    String verificationId = till.verify(scene.veteran().show(), BILL).text("verificationId");
    StoryHttp.Reply first = till.redeem(key, verificationId).expect(201);
    assertRepeats(first, till.redeem(key, verificationId));
    assertEquals("REPLAYED", till.redeem(Scene.key(), verificationId).expect(409).text("code"));
  }

  @Test
  void keyWithAnotherBillOrCodeIsRefused() {
    String key = Scene.key();
    StoryPhone phone = scene.veteran();
    String code = phone.show();
    till.redeem(key, code, BILL).expect(201);
    assertKeyReused(till.redeem(key, code, Map.of("GOODS", 2001L)));
    assertKeyReused(till.redeem(key, phone.show(), BILL));
    assertKeyReused(till.redeem(key, "some-verification"));
    assertKeyReused(till.reverse(key, "some-redemption", "wrong key"));
    assertEquals(1, Totals.ofFigure(scene).uses());
  }

  @Test
  void keyBelongsToItsTerminal() {
    String key = Scene.key();
    StoryPhone phone = scene.veteran();
    till.redeem(key, phone.show(), BILL).expect(201);
    scene.counter("PHARMACY").redeem(key, phone.show(), BILL).expect(201);
    assertEquals(2, Totals.ofFigure(scene).uses());
  }

  @Test
  void ofManyAtOnceUnderOneKeyOneIsRecordedAndTheOthersSayTheSameOrWait() {
    String key = Scene.key();
    String code = scene.veteran().show();
    Callable<StoryHttp.Reply> submission = () -> till.redeem(key, code, BILL);
    List<StoryHttp.Reply> replies = Together.call(Collections.nCopies(THREADS, submission));

    List<StoryHttp.Reply> won = replies.stream().filter(r -> r.status() == 201).toList();
    assertEquals(1, won.size());
    for (StoryHttp.Reply reply : replies) {
      if (reply.status() == 409) {
        assertInFlight(reply);
      } else if (reply.status() != 201) {
        assertRepeats(won.getFirst(), reply);
      }
    }
    assertRepeats(won.getFirst(), till.redeem(key, code, BILL));
    assertEquals(
        1, Sql.number("SELECT COUNT(*) FROM ledger_entry WHERE terminal_id = ?", till.id()));
  }

  @Test
  void lossOfAllOfRedisChangesNothing() {
    String key = Scene.key();
    String code = scene.veteran().show();
    StoryHttp.Reply first = till.redeem(key, code, BILL).expect(201);
    PassServer.context().getBean(StatefulRedisConnection.class).sync().flushall();
    assertRepeats(first, till.redeem(key, code, BILL));
    assertEquals("REPLAYED", till.redeem(Scene.key(), code, BILL).expect(409).text("code"));
  }

  @Test
  void finalRefusalStaysEvenWhenTheHoldersClassChangedInBetween() {
    Scene.Person person = scene.person();
    StoryPhone phone = scene.phone(scene.register(person, "OTHER_BENEFICIARY", scene.city));
    String key = Scene.key();
    String code = phone.show();
    StoryHttp.Reply refusal = till.redeem(key, code, BILL).expect(422);
    assertEquals("CLASS_NOT_ENTITLED", refusal.text("code"));

    scene.register(person, "VETERAN", scene.city);
    StoryHttp.Reply repeated = till.redeem(key, code, BILL).expect(422);
    assertEquals("CLASS_NOT_ENTITLED", repeated.text("code"));
    assertEquals(refusal.text("detail"), repeated.text("detail"));
    assertKeyReused(till.redeem(key, phone.show(), BILL));
    till.redeem(Scene.key(), code, BILL).expect(201);
  }

  @Test
  void retryableRefusalMaySucceedUnderItsKeyLater() {
    StoryTerminal restaurant = scene.counter("RESTAURANT");
    Map<String, Long> meal = Map.of("MEAL", 5000L);
    String key = Scene.key();
    String code = scene.veteran().show();
    StoryHttp.Reply refusal = restaurant.redeem(key, code, meal).expect(422);
    assertEquals("NOT_NOW", refusal.text("code"));
    assertTrue(refusal.header("Retry-After").isPresent());
    assertEquals(0, Sql.number("SELECT COUNT(*) FROM claim WHERE idempotency_key = ?", key));

    scene.publish(SceneCatalogue.withDinner(scene.city));
    assertEquals(4000, restaurant.redeem(key, code, meal).expect(201).number("payableFen"));
  }

  @Test
  void keyThatAnotherTransactionHoldsIsInFlightUntilItEnds() throws Exception {
    String key = Scene.key();
    String code = scene.veteran().show();
    try (Connection other = Sql.connect()) {
      other.setAutoCommit(false);
      try (var claim =
          Sql.bind(
              other,
              "INSERT INTO claim VALUES (?, ?, ?, '{}', NOW(6))",
              till.id(),
              key,
              new byte[32])) {
        claim.executeUpdate();
        assertInFlight(till.redeem(key, code, BILL));
      }
      other.rollback();
    }
    till.redeem(key, code, BILL).expect(201);
    assertEquals(1, Totals.ofFigure(scene).uses());
  }

  private static void assertRepeats(StoryHttp.Reply first, StoryHttp.Reply repeat) {
    repeat.expect(200);
    assertEquals(Optional.of("true"), repeat.header("Idempotent-Replayed"));
    assertArrayEquals(first.body(), repeat.body());
  }

  private static void assertInFlight(StoryHttp.Reply reply) {
    assertEquals("IN_FLIGHT", reply.expect(409).text("code"));
    assertTrue(reply.header("Retry-After").isPresent());
  }

  private static void assertKeyReused(StoryHttp.Reply reply) {
    assertEquals("KEY_REUSED", reply.expect(422).text("code"));
  }
}
