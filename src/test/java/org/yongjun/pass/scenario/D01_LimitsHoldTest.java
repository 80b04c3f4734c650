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
 * Goal: what a catalogue limits is granted exactly so often, or up to exactly that sum, however
 * many phones and tills try at the same moment. Method: catalogues with limits are published over
 * HTTP and redeemed over HTTP; every sum is computed by hand in a comment.
 */
class D01_LimitsHoldTest {
  private final LimitScene scene = new LimitScene();

  private static List<StoryHttp.Reply> race(
      List<StoryTerminal> tills, List<StoryPhone> phones, long goodsFen) {
    List<Callable<StoryHttp.Reply>> calls = new ArrayList<>();
    for (int i = 0; i < phones.size(); i++) {
      String code = phones.get(i).show();
      StoryTerminal till = tills.get(i % tills.size());
      calls.add(() -> till.redeem(key(), code, Map.of("GOODS", goodsFen)));
    }
    return Together.call(calls);
  }

  private static List<StoryHttp.Reply> granted(List<StoryHttp.Reply> replies) {
    return replies.stream().filter(reply -> reply.status() == 201).toList();
  }

  /** All others of a race were told which limit it was. */
  private static void assertOthersReached(List<StoryHttp.Reply> replies, String sentence) {
    replies.stream()
        .filter(reply -> reply.status() != 201)
        .forEach(reply -> assertReached(reply, sentence));
  }

  private static void assertReached(StoryHttp.Reply reply, String sentence) {
    assertEquals("LIMIT_REACHED", reply.expect(422).text("code"));
    assertEquals(sentence, reply.text("detail"));
  }

  @Test
  void ofTwentyPhonesOfOnePersonAtOnceExactlyFiveAreServed() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "DAY", "USES", 5)));
    List<StoryTerminal> tills = List.of(scene.till(), scene.till(), scene.till(), scene.till());
    List<StoryPhone> phones = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      phones.add(scene.phone(WANG));
    }
    List<StoryHttp.Reply> replies = race(tills, phones, 1000);
    assertEquals(5, granted(replies).size());
    // 10.00 × 80 % = 8.00
    granted(replies).forEach(reply -> assertEquals(800, reply.number("payableFen")));
    assertOthersReached(replies, "每位持证人每天限 5 次，已用完");

    StoryHttp.Reply verdict = tills.getFirst().verify(phones.getFirst().show(), goods(1000));
    assertEquals("LIMIT_REACHED", verdict.text("reason"));
    Map<String, Object> line = verdict.list("trace").getFirst();
    assertEquals("LIMIT", line.get("clause"));
    assertEquals(false, line.get("held"));
    assertEquals(
        "Limited to 5 use(s) a day per holder; this is used up", verdict.text("explanation/en"));
    redeem(tills.getFirst(), scene.phone(ZHAO), 1000).expect(201);
  }

  /** Ten rounds: whoever wins gives back, so that each round has one use left again. */
  @Test
  void ofTenThatRaceForTheLastUseExactlyOneGetsIt() {
    scene.publish(scene.item("1", "GOODS", 80, limit("ITEM", "EVER", "USES", 3)));
    List<StoryTerminal> tills = List.of(scene.till(), scene.till());
    List<StoryPhone> phones = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      phones.add(scene.phone(List.of(WANG, ZHAO, ZHOU, WU).get(i % 4)));
    }
    redeem(tills.getFirst(), phones.getFirst(), 1000).expect(201);
    redeem(tills.getFirst(), phones.getFirst(), 1000).expect(201);
    for (int round = 0; round < 10; round++) {
      List<StoryHttp.Reply> replies = race(tills, phones, 1000);
      assertEquals(1, granted(replies).size(), "round " + round);
      assertOthersReached(replies, "此项优待总共限 3 次，已用完");
      String redemption = granted(replies).getFirst().text("redemptionId");
      StoryTerminal winner = tills.get(replies.indexOf(granted(replies).getFirst()) % 2);
      winner.reverse(key(), redemption, "顾客退货").expect(201);
    }
  }

  @Test
  void twoPhonesOfOnePersonShareThePersonsLimit() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "EVER", "USES", 1)));
    StoryTerminal till = scene.till();
    redeem(till, scene.phone(WANG), 1000).expect(201);
    assertReached(redeem(till, scene.phone(WANG), 1000), "每位持证人总共限 1 次，已用完");
    assertReached(redeem(scene.till(), scene.phone(WANG), 1000), "每位持证人总共限 1 次，已用完");
    redeem(till, scene.phone(ZHAO), 1000).expect(201);
  }

  @Test
  void aPhoneAndACardOfOnePersonShareThePersonsLimit() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "EVER", "USES", 2)));
    StoryTerminal till = scene.till();
    Map<String, Long> goods = Map.of("GOODS", 1000L);
    String card = scene.card(ZHOU);
    till.redeem(key(), card, goods).expect(201);
    redeem(till, scene.phone(ZHOU), 1000).expect(201);
    assertReached(till.redeem(key(), card, goods), "每位持证人总共限 2 次，已用完");
    assertReached(redeem(till, scene.phone(ZHOU), 1000), "每位持证人总共限 2 次，已用完");
  }

  @Test
  void aReversalGivesTheUseBackAndOnlyOnce() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "WEEK", "USES", 1)));
    StoryTerminal till = scene.till();
    StoryPhone phone = scene.phone(WANG);
    String redemption = redeem(till, phone, 1000).expect(201).text("redemptionId");
    assertReached(redeem(till, phone, 1000), "每位持证人每周限 1 次，已用完");

    List<Callable<StoryHttp.Reply>> reversals =
        Collections.nCopies(8, () -> till.reverse(key(), redemption, "顾客退货"));
    List<StoryHttp.Reply> replies = Together.call(reversals);
    assertEquals(1, granted(replies).size());
    assertTrue(replies.stream().allMatch(reply -> List.of(201, 409).contains(reply.status())));
    assertEquals(
        "ALREADY_REVERSED", till.reverse(key(), redemption, "顾客退货").expect(409).text("code"));

    assertEquals(1, granted(race(List.of(till), List.of(phone, phone, phone), 1000)).size());
    assertReached(redeem(till, phone, 1000), "每位持证人每周限 1 次，已用完");
  }

  @Test
  void aReversalGivesBackByTheVersionThatWasRedeemed() {
    String daily = limit("HOLDER", "DAY", "USES", 2);
    scene.publish(scene.item("1", "GOODS", 80, daily));
    StoryTerminal till = scene.till();
    StoryPhone phone = scene.phone(WANG);
    String first = redeem(till, phone, 1000).expect(201).text("redemptionId");
    redeem(till, phone, 1000).expect(201);

    // The second version knows no day; what is reversed under it was counted by the day.
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "YEAR", "USES", 1)));
    till.reverse(key(), first, "顾客退货").expect(201);
    redeem(till, phone, 1000).expect(201);
    assertReached(redeem(till, phone, 1000), "每位持证人每年限 1 次，已用完");

    // The third counts days again and finds one of two left.
    scene.publish(scene.item("1", "GOODS", 75, daily));
    redeem(till, phone, 1000).expect(201);
    assertReached(redeem(till, phone, 1000), "每位持证人每天限 2 次，已用完");
  }

  @Test
  void aCapInFenSplitsTheLastBill() {
    scene.publish(scene.item("1", "GOODS", 50, limit("HOLDER", "MONTH", "FEN", 1000)));
    StoryTerminal till = scene.till();
    StoryPhone phone = scene.phone(WANG);
    // 15.01 × 50 % = 7.505, half up 7.51 to pay; 7.50 of the 10.00 are used.
    assertBill(redeem(till, phone, 1501), 751, 750);
    // Of 8.00 half would be 4.00, but 2.50 is left: 5.50 to pay.
    StoryHttp.Reply verdict = till.verify(phone.show(), goods(800));
    assertEquals(550, verdict.number("quote/payableFen"));
    StoryHttp.Reply split = till.redeem(key(), verdict.text("verificationId")).expect(201);
    assertBill(split, 550, 250);
    assertReached(redeem(till, phone, 800), "每位持证人每月限优惠 10.00 元，已用完");
    till.reverse(key(), split.text("redemptionId"), "顾客退货").expect(201);
    // 2.50 again: of 4.00 half is 2.00, then 0.50 is left of the 1.00 that half of 2.00 would be.
    assertBill(redeem(till, phone, 400), 200, 200);
    assertBill(redeem(till, phone, 200), 150, 50);
    assertReached(redeem(till, phone, 200), "每位持证人每月限优惠 10.00 元，已用完");
  }

  /** 4.00 is half of 8.00: two get it, one gets the 2.00 that is left, seven get nothing. */
  @Test
  void billsThatRaceForACapInFenGetNeitherMoreNorLess() {
    scene.publish(scene.item("1", "GOODS", 50, limit("HOLDER", "MONTH", "FEN", 1000)));
    List<StoryTerminal> tills = List.of(scene.till(), scene.till());
    List<StoryPhone> phones = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      phones.add(scene.phone(WANG));
    }
    List<StoryHttp.Reply> replies = race(tills, phones, 800);
    List<Long> values =
        granted(replies).stream().map(r -> r.number("benefitValueFen")).sorted().toList();
    assertEquals(List.of(200L, 400L, 400L), values);
    assertOthersReached(replies, "每位持证人每月限优惠 10.00 元，已用完");
  }

  @Test
  void aLimitPerVenueAndOnePerItemCountEverybody() {
    scene.publish(
        scene.item(
            "1", "GOODS", 80, limit("VENUE", "DAY", "USES", 2), limit("ITEM", "DAY", "USES", 3)));
    StoryTerminal first = scene.till();
    StoryTerminal second = scene.till();
    List<StoryPhone> phones =
        List.of(scene.phone(WANG), scene.phone(ZHAO), scene.phone(ZHOU), scene.phone(WU));
    List<StoryHttp.Reply> replies = race(List.of(first), phones, 1000);
    assertEquals(2, granted(replies).size());
    assertOthersReached(replies, "每个场所每天限 2 次，已用完");
    // One of three is left for the item, two for the second shop.
    List<StoryHttp.Reply> elsewhere = race(List.of(second), phones, 1000);
    assertEquals(1, granted(elsewhere).size());
    assertOthersReached(elsewhere, "此项优待每天限 3 次，已用完");
  }

  /** A budget of 10.00 over two items of one bill: 8.00 of one and 2.00 of the other. */
  @Test
  void theItemsOfABillShareTheProgrammesBudget() {
    String budget = limit("PROGRAMME", "EVER", "FEN", 1000);
    scene.publish(scene.item("1", "GOODS", 0, budget), scene.item("2", "TICKET", 0, budget));
    StoryTerminal till = scene.till();
    Map<String, Long> bill = Map.of("GOODS", 800L, "TICKET", 800L);
    assertBill(till.redeem(key(), scene.phone(WANG).show(), bill), 600, 1000);
    assertReached(till.redeem(key(), scene.phone(ZHAO).show(), bill), "全部优待总共限优惠 10.00 元，已用完");
  }

  @Test
  void aVerificationReservesNothing() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "DAY", "USES", 1)));
    StoryTerminal till = scene.till();
    StoryPhone phone = scene.phone(WANG);
    StoryHttp.Reply one = till.verify(phone.show(), goods(1000));
    StoryHttp.Reply other = till.verify(phone.show(), goods(1000));
    till.redeem(key(), one.text("verificationId")).expect(201);
    assertReached(till.redeem(key(), other.text("verificationId")), "每位持证人每天限 1 次，已用完");
  }

  /** A limit is no state of the bill: the same request may be let in later. */
  @Test
  void theSameRequestMaySucceedOnceTheLimitAllowsIt() {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "DAY", "USES", 1)));
    StoryTerminal till = scene.till();
    StoryPhone phone = scene.phone(WANG);
    String first = redeem(till, phone, 1000).expect(201).text("redemptionId");
    String key = key();
    String code = phone.show();
    till.redeem(key, code, goods(1000)).expect(422);
    till.reverse(key(), first, "顾客退货").expect(201);
    till.redeem(key, code, goods(1000)).expect(201);
    till.redeem(key, code, goods(1000)).expect(200);
    assertReached(redeem(till, phone, 1000), "每位持证人每天限 1 次，已用完");
  }

  private static Map<String, Long> goods(long fen) {
    return Map.of("GOODS", fen);
  }

  private static void assertBill(StoryHttp.Reply reply, long payableFen, long valueFen) {
    assertEquals(payableFen, reply.expect(201).number("payableFen"));
    assertEquals(valueFen, reply.number("benefitValueFen"));
  }
}
