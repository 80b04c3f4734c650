package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.LimitScene.ZHAO;
import static org.yongjun.pass.scenario.LimitScene.limit;
import static org.yongjun.pass.scenario.Scene.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.redemption.RedeemCommand;
import org.yongjun.pass.redemption.Redemptions;
import org.yongjun.pass.verification.BillLine;
import org.yongjun.pass.verification.Presented;

/**
 * Goal: one use that everybody may have once is had once. Method: 64 threads redeem 1,000 codes of
 * one person at four tills, by the service that the controllers call.
 */
class D02_AThousandForOneUseTest {
  private static final int REQUESTS = 1_000;
  private static final int THREADS = 64;
  private static final List<BillLine> BILL = List.of(new BillLine("GOODS", 1000L, null));

  private final LimitScene scene = new LimitScene();
  private final Redemptions redemptions = PassServer.context().getBean(Redemptions.class);

  @Test
  void ofAThousandRequestsExactlyOneIsServed() throws Exception {
    scene.publish(scene.item("1", "GOODS", 80, limit("HOLDER", "YEAR", "USES", 1)));
    List<Caller> tills = new ArrayList<>();
    List<StoryPhone> phones = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tills.add(scene.caller());
      phones.add(scene.phone(ZHAO));
    }
    Map<String, Integer> results = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        Caller till = tills.get(i % 4);
        StoryPhone phone = phones.get(i / 4 % 4);
        running.add(threads.submit(() -> redeem(till, phone)));
      }
      for (Future<String> each : running) {
        results.merge(each.get(), 1, Integer::sum);
      }
    }
    assertEquals(Map.of("DONE", 1, "LIMIT_REACHED", REQUESTS - 1), results);
  }

  private String redeem(Caller till, StoryPhone phone) {
    RedeemCommand command =
        new RedeemCommand.OfBill(key(), new Presented(phone.show(), BILL, "CASH"));
    return switch (redemptions.redeem(till, command)) {
      case Outcome.Done<Redemptions.Recorded> done -> "DONE";
      case Outcome.Refused<Redemptions.Recorded>(Problem problem) -> problem.code().name();
    };
  }
}
