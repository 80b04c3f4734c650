package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.scenario.LimitScene.limit;
import static org.yongjun.pass.scenario.LimitScene.redeem;
import static org.yongjun.pass.scenario.Scene.key;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.redemption.RedeemCommand;
import org.yongjun.pass.redemption.Redemptions;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Presented;

/**
 * Goal: a limit of persons counts each person once, a limit of visits each visit, and a bundle is
 * used once by a visit, exactly, whoever races whom. Method: over HTTP; for the large race by the
 * service that the controllers call, on 64 threads.
 */
class D03_PersonsAndVisitsAreCountedOnceTest {
  private static final int PLACES = 100;
  private static final int PERSONS = 134;
  private static final int ATTEMPTS_EACH = 3;
  private static final int THREADS = 64;
  private static final List<BillLine> BILL = List.of(new BillLine("GOODS", 1000L, null));

  private final LimitScene scene = new LimitScene();
  private final Redemptions redemptions = PassServer.context().getBean(Redemptions.class);

  private static void assertReached(String sentence, StoryHttp.Reply reply) {
    assertEquals("LIMIT_REACHED", reply.expect(422).text("code"));
    assertEquals(sentence, reply.text("detail"));
  }

  /** A quota of 100 visiting dependents: 402 attempts of 134 persons, each with three codes. */
  @Test
  void ofAllWhoComeExactlyAHundredPersonsAreServed() throws Exception {
    scene.publish(scene.item("1", "GOODS", 80, limit("ITEM", "YEAR", "HOLDERS", PLACES)));
    List<StoryPhone> phones = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      phones.add(scene.newcomer());
    }
    List<Caller> tills = List.of(scene.caller(), scene.caller(), scene.caller(), scene.caller());
    Set<Integer> served = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Boolean>> running = new ArrayList<>();
      for (int i = 0; i < PERSONS * ATTEMPTS_EACH; i++) {
        Presented shown = new Presented(phones.get(i % PERSONS).show(), BILL, "CASH");
        Caller till = tills.get(i % tills.size());
        running.add(
            threads.submit(
                () ->
                    redemptions.redeem(till, new RedeemCommand.OfBill(key(), shown))
                        instanceof Outcome.Done<?>));
      }
      for (int i = 0; i < running.size(); i++) {
        if (running.get(i).get()) {
          served.add(i % PERSONS);
        }
      }
    }
    assertEquals(PLACES, served.size());
    StoryTerminal till = scene.till();
    int last = served.iterator().next();
    redeem(till, phones.get(last), 1000).expect(201);
    assertReached("此项优待每年限 100 人，已用完", redeem(till, scene.newcomer(), 1000));
  }

  @Test
  void aPersonsPlaceComesBackWithTheLastUseThatIsReversed() {
    scene.publish(scene.item("1", "GOODS", 80, limit("ITEM", "YEAR", "HOLDERS", 1)));
    StoryTerminal till = scene.till();
    StoryPhone wang = scene.phone(LimitScene.WANG);
    StoryPhone zhao = scene.phone(LimitScene.ZHAO);
    List<String> uses = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      uses.add(redeem(till, wang, 1000).expect(201).text("redemptionId"));
    }
    uses.add(redeem(till, scene.phone(LimitScene.WANG), 1000).expect(201).text("redemptionId"));
    for (String use : uses) {
      assertReached("此项优待每年限 1 人，已用完", redeem(till, zhao, 1000));
      till.reverse(key(), use, "退货").expect(201);
    }
    redeem(till, zhao, 1000).expect(201);
    assertReached("此项优待每年限 1 人，已用完", redeem(till, wang, 1000));
  }

  @Test
  void aVisitCountsOnceHoweverManyBillsItHas() {
    scene.publish(
        scene.item("1", "GOODS", 80, limit("HOLDER", "DAY", "VISITS", 1)),
        scene.item("2", "MEAL", 50, limit("PROGRAMME", "DAY", "VISITS", 1)));
    StoryTerminal till = scene.till();
    StoryPhone wang = scene.phone(LimitScene.WANG);
    StoryHttp.Reply first =
        till.redeem(key(), wang.show(), Map.of("GOODS", 1000L, "MEAL", 1000L)).expect(201);
    String visit = first.text("visitId");
    assertReached("每位持证人每天限 1 人次，已用完", redeem(till, wang, 1000));
    till.reverse(key(), first.text("redemptionId"), "退货").expect(201);
    // The visit goes on, and whatever part of it comes first takes its place again.
    String goods =
        till.redeemPart(key(), visit, Map.of("GOODS", 1000L)).expect(201).text("redemptionId");
    till.redeemPart(key(), visit, Map.of("MEAL", 1000L)).expect(201);
    assertReached("每位持证人每天限 1 人次，已用完", redeem(till, wang, 1000));
    till.reverse(key(), goods, "退货").expect(201);
    redeem(till, wang, 1000).expect(201);
  }

  /** One free part, six priorities: 一免六优 at seven counters. */
  @Test
  void aBundleAtSevenCountersIsOneVisitAndOneUse() {
    scene.publish(scene.bundle("1", limit("HOLDER", "DAY", "USES", 1)));
    List<StoryTerminal> counters = scene.tills(7);
    StoryPhone wang = scene.phone(LimitScene.WANG);
    Map<String, Long> fee = Map.of("REGISTRATION_FEE", 1500L);
    StoryHttp.Reply opened = counters.getFirst().redeem(key(), wang.show(), fee).expect(201);
    String visit = opened.text("visitId");
    assertEquals(0, opened.number("payableFen"));
    for (int i = 1; i < 7; i++) {
      Map<String, Long> part = Map.of("PRIORITY_" + i, 1L);
      StoryHttp.Reply redeemed = counters.get(i).redeemPart(key(), visit, part).expect(201);
      assertEquals(0, redeemed.number("benefitValueFen"));
    }
    assertEquals(
        1, Sql.number("SELECT SUM(visit_delta) FROM ledger_entry WHERE visit_id = ?", visit));
    assertEquals(7, Sql.number("SELECT COUNT(*) FROM ledger_entry WHERE visit_id = ?", visit));
    assertReached("每位持证人每天限 1 次，已用完", counters.getFirst().redeem(key(), wang.show(), fee));
    String again = counters.get(1).redeemPart(key(), visit, Map.of("PRIORITY_1", 1L)).text("code");
    assertTrue(Set.of("LIMIT_REACHED", "PART_REDEEMED").contains(again), again);
  }

  /** One use is left for all: a visit that has it goes on, whatever else its first bill had. */
  @Test
  void aProgrammesUseIsTheVisitsAlsoBesideOtherItems() {
    String one = limit("PROGRAMME", "YEAR", "USES", 1);
    scene.publish(scene.bundle("a", one), scene.item("c", "GOODS", 80, one));
    StoryTerminal till = scene.till();
    Map<String, Long> both = Map.of("REGISTRATION_FEE", 1_000L, "GOODS", 1_000L);
    StoryHttp.Reply opened = till.redeem(key(), scene.newcomer().show(), both).expect(201);
    String visit = opened.text("visitId");
    String part =
        till.redeemPart(key(), visit, Map.of("PRIORITY_1", 1L)).expect(201).text("redemptionId");
    String catalogue = opened.text("parts/0/layers/0/itemId").split("/")[0];
    String used = "SELECT SUM(used) FROM limit_counter WHERE scope = ?";
    assertEquals(1, Sql.number(used, catalogue));
    assertEquals(422, till.redeemPart(key(), visit, Map.of("GOODS", 500L)).status());
    // The visit is counted until its last bundle's part is taken back.
    till.reverse(key(), opened.text("redemptionId"), "退").expect(201);
    assertEquals(1, Sql.number(used, catalogue));
    till.reverse(key(), part, "退").expect(201);
    assertEquals(0, Sql.number(used, catalogue));
  }

  @Test
  void aSecondBundleOfTheVisitAddsNothingToTheProgrammesUses() {
    String one = limit("PROGRAMME", "YEAR", "USES", 1);
    scene.publish(
        scene.bundle("a", one), scene.bundle("b", one).replace("REGISTRATION_FEE", "MEAL"));
    StoryTerminal till = scene.till();
    String visit =
        till.redeem(key(), scene.newcomer().show(), Map.of("REGISTRATION_FEE", 1_000L))
            .expect(201)
            .text("visitId");
    till.redeemPart(key(), visit, Map.of("MEAL", 1_000L)).expect(201);
    assertEquals(422, till.redeem(key(), scene.newcomer().show(), Map.of("MEAL", 1_000L)).status());
  }
}
