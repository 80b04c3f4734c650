package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.Scene.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.scenario.TariffScene.Sum;

/**
 * Goal: a fare of one fen with a bank's card (“一分钱”乘公交) stands beside a free bus; each gets what is
 * best for them, through the channel that they really use. Method: one line with two items, a gate
 * of the operator that states any channel, a gate of the bank that may state its own alone.
 */
class H06_AOneFenFareBesideAFreeBusTest {
  private final TariffScene tariffs = new TariffScene();
  private final Scene scene = tariffs.scene;
  private String anyGate = "";
  private String bankGate = "";

  @BeforeEach
  void openLine() {
    tariffs.publish(
        tariffs.item(
            "one-fen",
            "VETERAN,MILITARY_DEPENDENT",
            ", \"condition\": {\"kind\": \"CHANNEL_IS\", \"channel\": \"BANK_CARD\"}",
            "FARE",
            "{\"kind\": \"FIXED_PRICE\", \"fen\": 1}",
            ""),
        tariffs.item("free", "VETERAN", "", "FARE", "{\"kind\": \"FREE\"}", ""));
    String line = tariffs.venue("BUS", Map.of("label", "FARE", "listFen", 200));
    anyGate = gate(line, List.of());
    bankGate = gate(line, List.of("BANK_CARD"));
  }

  private String gate(String venueId, List<String> channels) {
    StoryHttp.Reply added =
        scene
            .http
            .post(
                "/v1/venues/" + venueId + "/terminals",
                tariffs.officer(Role.ADMIN),
                Map.of("label", "gate", "kind", "GATE", "channels", channels))
            .expect(201);
    StoryTerminal.pair(scene.http, added.text("pairingCode"), Scene.CLOCK);
    return scene.atVenue(added.text("terminalId"), Role.GATE, venueId);
  }

  private StoryHttp.Reply ride(String gate, StoryPhone phone, String channel) {
    Map<String, Object> body = new HashMap<>();
    body.put("code", phone.show());
    body.put("bill", List.of(Map.of("label", "FARE")));
    if (!channel.isEmpty()) {
      body.put("channel", channel);
    }
    return scene.http.post("/v1/redemptions", gate, body, "Idempotency-Key", key());
  }

  @Test
  void theBestOfTwoRulesWinsAndTheChannelIsAFact() {
    StoryPhone dependent = scene.phone(scene.register("MILITARY_DEPENDENT"));
    // 2.00 − 0.01 = 1.99 of value; whoever pays the rest to the operator is not known.
    StoryHttp.Reply paid = ride(anyGate, dependent, "BANK_CARD");
    assertEquals(new Sum(200, 200, 1, 199), Sum.ofRedemption(paid));
    // A veteran rides free whatever the channel: 0 is less than 1.
    StoryPhone veteran = scene.veteran();
    StoryHttp.Reply free = ride(anyGate, veteran, "BANK_CARD");
    assertEquals(new Sum(200, 200, 0, 200), Sum.ofRedemption(free));
    assertEquals(new Sum(200, 200, 0, 200), Sum.ofRedemption(ride(anyGate, veteran, "CASH")));

    StoryHttp.Reply cash = ride(anyGate, dependent, "CASH").expect(422);
    assertEquals("CONDITION_FAILED", cash.text("code"));
    assertEquals("需通过渠道“BANK_CARD”办理", cash.text("detail"));
    assertEquals("CONDITION_FAILED", ride(anyGate, dependent, "").expect(422).text("code"));
    // 3 × 2.00; 0.01 + 0 + 0; 1.99 + 2.00 + 2.00.
    assertEquals(new Totals(3, 3, 600, 600, 1, 599), Totals.ofFigure(scene));
  }

  @Test
  void aBanksGateStatesItsOwnChannelAndNoOther() {
    StoryPhone dependent = scene.phone(scene.register("MILITARY_DEPENDENT"));
    // Unsaid, it is the one that the gate has.
    assertEquals(new Sum(200, 200, 1, 199), Sum.ofRedemption(ride(bankGate, dependent, "")));
    assertEquals(
        new Sum(200, 200, 1, 199), Sum.ofRedemption(ride(bankGate, dependent, "BANK_CARD")));
    for (String other : List.of("CASH", "OTHER_BANK")) {
      StoryHttp.Reply refused = ride(bankGate, dependent, other).expect(403);
      assertEquals("NOT_ALLOWED", refused.text("code"));
      assertEquals("本终端只能使用渠道：BANK_CARD", refused.text("detail"));
    }
    assertEquals(2, Totals.ofFigure(scene).uses());
  }
}
