package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.LimitScene.WANG;
import static org.yongjun.pass.scenario.LimitScene.WU;
import static org.yongjun.pass.scenario.LimitScene.ZHAO;
import static org.yongjun.pass.scenario.LimitScene.ZHOU;
import static org.yongjun.pass.scenario.LimitScene.limit;
import static org.yongjun.pass.scenario.LimitScene.redeem;
import static org.yongjun.pass.scenario.Scene.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: what a person has reserved nobody else gets, it is charged once, and it comes back when it
 * is given up or runs out. Method: catalogues with limits over HTTP; minutes pass by moving the
 * expiry in the database; every sum is computed by hand in a comment.
 */
class D04_AReservedUseIsKeptTest {
  private final LimitScene scene = new LimitScene();
  private final String shop = scene.newShop();
  private final StoryTerminal till = scene.tillAt(shop);

  private void publishOne(String limit) {
    scene.publish(scene.item("1", "GOODS", 80, limit));
  }

  private String reserve(String holderId) {
    return scene.reserve(holderId, key(), "1", shop).expect(201).text("reservationId");
  }

  private StoryHttp.Reply buy(String holderId, long goodsFen) {
    return redeem(till, scene.phone(holderId), goodsFen);
  }

  private static void assertRefused(int status, String code, StoryHttp.Reply reply) {
    assertEquals(code, reply.expect(status).text("code"));
  }

  @Test
  void whatIsReservedIsKeptFromOthersAndChargedOnce() {
    publishOne(limit("ITEM", "EVER", "USES", 1));
    StoryHttp.Reply made = scene.reserve(WANG, key(), "1", shop).expect(201);
    String id = made.text("reservationId");
    assertEquals("HELD", made.text("state"));
    assertEquals(0, made.number("reservedFen"));
    assertEquals(
        Duration.ofMinutes(15),
        Duration.between(
            Instant.parse(made.text("madeAt")), Instant.parse(made.text("expiresAt"))));
    assertRefused(422, "LIMIT_REACHED", buy(ZHAO, 1000));
    assertRefused(422, "LIMIT_REACHED", scene.reserve(ZHAO, key(), "1", shop));

    StoryHttp.Reply verdict = till.verify(scene.phone(WANG).show(), Map.of("GOODS", 1000L));
    // 10.00 × 80 % = 8.00
    assertEquals(800, verdict.number("quote/payableFen"));
    String redemption = buy(WANG, 1000).expect(201).text("redemptionId");
    assertEquals("REDEEMED", scene.reservation(WANG, id).text("state"));
    assertEquals(redemption, scene.reservation(WANG, id).text("redemptionId"));
    assertEquals(1, scene.used("1"));
    assertRefused(422, "LIMIT_REACHED", buy(WANG, 1000));
    assertEquals("SAME", scene.reevaluate(redemption).expect(200).text("result"));

    till.reverse(key(), redemption, "顾客退货").expect(201);
    assertEquals(0, scene.used("1"));
    buy(ZHAO, 1000).expect(201);
    assertEquals(1, scene.used("1"));
  }

  @Test
  void whatIsGivenUpIsThereForOthersAtOnce() {
    publishOne(limit("ITEM", "EVER", "USES", 1));
    String id = reserve(WANG);
    assertRefused(404, "NOT_FOUND", scene.release(ZHAO, id));
    assertEquals("RELEASED", scene.release(WANG, id).expect(200).text("state"));
    assertEquals("RELEASED", scene.release(WANG, id).expect(200).text("state"));
    assertEquals(0, scene.used("1"));
    buy(ZHAO, 1000).expect(201);
    assertRefused(422, "LIMIT_REACHED", buy(WANG, 1000));
  }

  /** Of two uses one is redeemed: were the other given back twice, the counter would be at 0. */
  @Test
  void whatRanOutIsGivenBackOnceHoweverManyNoticeIt() {
    publishOne(limit("ITEM", "EVER", "USES", 2));
    buy(ZHAO, 1000).expect(201);
    String id = reserve(WANG);
    assertEquals(2, scene.used("1"));
    assertEquals(1, scene.expire("1"));
    String code = scene.phone(ZHOU).show();
    List<Callable<StoryHttp.Reply>> notices =
        Collections.nCopies(8, () -> till.verify(code, Map.of("GOODS", 1000L)));
    Together.call(notices)
        .forEach(verdict -> assertEquals(800, verdict.number("quote/payableFen")));
    assertEquals(1, scene.used("1"));
    assertEquals("EXPIRED", scene.reservation(WANG, id).text("state"));
    assertRefused(409, "RESERVATION_OVER", scene.release(WANG, id));
    buy(ZHOU, 1000).expect(201);
    assertRefused(422, "LIMIT_REACHED", buy(WANG, 1000));
  }

  @Test
  void oneKeyIsOneReservationAndAPersonHoldsAnItemOnce() {
    scene.publish(
        scene.item("1", "GOODS", 80, limit("ITEM", "EVER", "USES", 9)),
        scene.item("2", "OTHER", 80));
    String key = key();
    StoryHttp.Reply first = scene.reserve(WANG, key, "1", shop).expect(201);
    StoryHttp.Reply again = scene.reserve(WANG, key, "1", shop).expect(200);
    assertEquals(first.json(), again.json());
    assertEquals("true", again.header("Idempotent-Replayed").orElseThrow());
    assertRefused(422, "KEY_REUSED", scene.reserve(WANG, key, "1", scene.newShop()));
    assertRefused(409, "ALREADY_RESERVED", scene.reserve(WANG, key(), "1", shop));
    // Another person's key of the same text is another key.
    scene.reserve(ZHAO, key, "1", shop).expect(201);
    assertEquals(2, scene.used("1"));
    assertRefused(409, "CONFLICT", scene.reserve(WANG, key(), "2", shop));
    assertRefused(404, "NOT_FOUND", scene.reserve(WANG, key(), "none", shop));
    assertRefused(404, "NOT_FOUND", scene.reservation(ZHAO, first.text("reservationId")));
    assertEquals(
        first.text("reservationId"), scene.reservations(WANG).text("reservations/0/reservationId"));
  }

  @Test
  void whoeverLetsItRunOutThreeTimesADayMayNotTryAgain() {
    publishOne(limit("ITEM", "EVER", "USES", 9));
    for (int attempt = 1; attempt <= 3; attempt++) {
      reserve(WU);
      assertEquals(1, scene.expire("1"));
    }
    assertRefused(409, "CONFLICT", scene.reserve(WU, key(), "1", shop));
    assertEquals(0, scene.used("1"));
    buy(WU, 1000).expect(201);
  }

  @Test
  void oneOfEightRequestsOfAPersonAtOnceHoldsIt() {
    publishOne(limit("ITEM", "EVER", "USES", 9));
    List<Callable<StoryHttp.Reply>> calls =
        Collections.nCopies(8, () -> scene.reserve(ZHOU, key(), "1", shop));
    List<StoryHttp.Reply> replies = Together.call(calls);
    assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
    replies.stream()
        .filter(reply -> reply.status() != 201)
        .forEach(reply -> assertRefused(409, "ALREADY_RESERVED", reply));
    assertEquals(1, scene.used("1"));
  }

  /** A budget of 50.00: a till keeps the most that a bill can give, and what is less is free. */
  @Test
  void moneyIsKeptToTheMostThatTheBillCanGive() {
    publishOne(limit("PROGRAMME", "EVER", "FEN", 5000));
    assertRefused(422, "PRICE_MISSING", scene.reserve(WANG, key(), "1", shop));
    String verified =
        till.verify(scene.phone(WANG).show(), Map.of("GOODS", 20_000L)).text("verificationId");
    StoryHttp.Reply made = scene.reserveVerified(till, shop, verified, "1").expect(201);
    // 200.00 × 20 % = 40.00 of 50.00
    assertEquals(4000, made.number("reservedFen"));
    // 10.00 are left of the 20.00 that 100.00 would give: 90.00 to pay.
    assertEquals(9000, buy(ZHAO, 10_000).expect(201).number("payableFen"));
    assertRefused(422, "LIMIT_REACHED", buy(ZHOU, 10_000));
    // He buys for 100.00 only: 20.00 of his 40.00, so that 20.00 are there again.
    assertEquals(8000, buy(WANG, 10_000).expect(201).number("payableFen"));
    assertEquals("REDEEMED", scene.reservation(WANG, made.text("reservationId")).text("state"));
    assertEquals(8000, buy(ZHOU, 10_000).expect(201).number("payableFen"));
    assertRefused(422, "LIMIT_REACHED", buy(ZHOU, 10_000));
  }

  /** Two persons at most; whoever is counted by a reservation is counted once. */
  @Test
  void aPersonIsCountedOnceByReservationAndUses() {
    publishOne(limit("ITEM", "EVER", "HOLDERS", 2));
    reserve(WANG);
    buy(ZHAO, 1000).expect(201);
    assertRefused(422, "LIMIT_REACHED", buy(ZHOU, 1000));
    String first = buy(WANG, 1000).expect(201).text("redemptionId");
    String second = buy(WANG, 1000).expect(201).text("redemptionId");
    assertEquals(2, scene.used("1"));
    till.reverse(key(), first, "顾客退货").expect(201);
    assertRefused(422, "LIMIT_REACHED", buy(ZHOU, 1000));
    till.reverse(key(), second, "顾客退货").expect(201);
    assertEquals(1, scene.used("1"));
    buy(ZHOU, 1000).expect(201);
  }

  /** One use a year of one of two: what is kept for the one is not there for the other. */
  @Test
  void anotherItemOfTheSameLimitLeavesTheReservationAlone() {
    String either = limit("PROGRAMME", "EVER", "USES", 2);
    scene.publish(scene.item("1", "GOODS", 80, either), scene.item("2", "OTHER", 50, either));
    String id = reserve(WANG);
    till.redeem(key(), scene.phone(WANG).show(), Map.of("OTHER", 1000L)).expect(201);
    assertEquals("HELD", scene.reservation(WANG, id).text("state"));
    assertRefused(
        422, "LIMIT_REACHED", till.redeem(key(), scene.phone(WANG).show(), Map.of("OTHER", 1000L)));
    String bought = buy(WANG, 1000).expect(201).text("redemptionId");
    assertEquals("SAME", scene.reevaluate(bought).expect(200).text("result"));
  }

  /**
   * 20 places, 100 persons on 64 threads: 60 reserve, 40 buy at once. Then half of those who hold
   * one buy, beside everybody who got nothing; then the rest runs out and goes to others.
   */
  @Test
  void ofTwentyPlacesNeverMoreThanTwentyAreCharged() {
    publishOne(limit("ITEM", "DAY", "USES", 20));
    List<StoryTerminal> tills = List.of(till, scene.tillAt(shop), scene.tillAt(shop));
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      persons.add(new Person(scene.newHolder(), tills.get(i % 3)));
    }
    List<Callable<StoryHttp.Reply>> rush = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Person person = persons.get(i);
      rush.add(i % 5 < 3 ? () -> scene.reserve(person.id, key(), "1", shop) : () -> person.buy());
    }
    List<StoryHttp.Reply> replies = onSixtyFourThreads(rush);
    assertEquals(20, granted(replies));
    assertEquals(20, scene.used("1"));
    List<Person> holding = new ArrayList<>();
    List<Person> without = new ArrayList<>();
    int bought = 0;
    for (int i = 0; i < 100; i++) {
      boolean isServed = replies.get(i).status() == 201;
      boolean reserves = i % 5 < 3;
      bought += isServed && !reserves ? 1 : 0;
      if (isServed && reserves) {
        holding.add(persons.get(i));
      } else if (!isServed) {
        without.add(persons.get(i));
      }
    }

    List<Person> buying = holding.subList(0, holding.size() / 2);
    List<Callable<StoryHttp.Reply>> second = new ArrayList<>();
    buying.forEach(person -> second.add(person::buy));
    without.forEach(person -> second.add(person::buy));
    List<StoryHttp.Reply> secondReplies = onSixtyFourThreads(second);
    assertEquals(buying.size(), granted(secondReplies.subList(0, buying.size())));
    assertEquals(0, granted(secondReplies.subList(buying.size(), secondReplies.size())));
    bought += buying.size();
    assertEquals(20, scene.used("1"));

    int ranOut = scene.expire("1");
    assertEquals(holding.size() - buying.size(), ranOut);
    assertTrue(ranOut == 20 - bought);
    List<Callable<StoryHttp.Reply>> third = new ArrayList<>();
    without.forEach(person -> third.add(person::buy));
    assertEquals(ranOut, granted(onSixtyFourThreads(third)));
    assertEquals(20, scene.used("1"));
    assertEquals(
        20,
        Sql.number("SELECT SUM(direction) FROM ledger_entry WHERE item_id = ?", scene.itemId("1")));
  }

  private final class Person {
    private final String id;
    private final StoryTerminal till;
    private final StoryPhone phone;

    Person(String id, StoryTerminal till) {
      this.id = id;
      this.till = till;
      this.phone = scene.phone(id);
    }

    StoryHttp.Reply buy() {
      return redeem(till, phone, 1000);
    }
  }

  /** Every answer is a grant or says that the limit is reached. */
  private static int granted(List<StoryHttp.Reply> replies) {
    List<StoryHttp.Reply> refused =
        replies.stream().filter(reply -> reply.status() != 201).toList();
    refused.forEach(reply -> assertRefused(422, "LIMIT_REACHED", reply));
    return replies.size() - refused.size();
  }

  /** In the order of the calls; each thread takes its share one by one. */
  private static List<StoryHttp.Reply> onSixtyFourThreads(List<Callable<StoryHttp.Reply>> calls) {
    StoryHttp.Reply[] replies = new StoryHttp.Reply[calls.size()];
    List<Callable<Integer>> threads = new ArrayList<>();
    for (int thread = 0; thread < 64; thread++) {
      int first = thread;
      threads.add(
          () -> {
            for (int i = first; i < replies.length; i += 64) {
              replies[i] = calls.get(i).call();
            }
            return first;
          });
    }
    Together.call(threads);
    return List.of(replies);
  }
}
