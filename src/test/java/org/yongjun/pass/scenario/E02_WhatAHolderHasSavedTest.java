package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: holders see every use of their own and nobody else's, and their savings are the ledger's
 * sum. Method: two phones of one person at two venues, one use taken back, pages of one; sums by
 * hand and by a statement of the auditor's own.
 */
class E02_WhatAHolderHasSavedTest {
  private static final String SUM =
      "SELECT SUM(direction * benefit_value_fen) FROM ledger_entry WHERE redemption_id IN (?, ?,"
          + " ?)";

  private final Scene scene = Scene.open();
  private final StoryTerminal till = scene.counter("PHARMACY");
  private final StoryTerminal site = scene.counter("SCENIC_SPOT");

  private StoryHttp.Reply get(String path, String holderId) {
    return scene.http.get(path, scene.holder(holderId)).expect(200);
  }

  private List<Map<String, Object>> allUses(String holderId) {
    List<Map<String, Object>> uses = new ArrayList<>();
    StoryHttp.Reply page = get("/v1/me/redemptions?pageSize=1", holderId);
    uses.addAll(page.list("redemptions"));
    while (page.at("hasMore").equals(true)) {
      page = get("/v1/me/redemptions?pageSize=1&cursor=" + page.text("next"), holderId);
      uses.addAll(page.list("redemptions"));
    }
    return uses;
  }

  /** By hand: 1.99 for goods; 30.00 + 25.00 at the site; 10.00 for goods, taken back. */
  @Test
  void usesOfEveryPhoneAreListedAndAddUpToTheLedger() {
    String holder = scene.register("VETERAN");
    StoryPhone first = scene.phone(holder);
    StoryPhone second = scene.phone(holder);
    String goods = redeem(till, first, Map.of("GOODS", 1995L));
    String visit = redeem(site, second, Map.of("ADMISSION", 3000L, "CABLE_CAR", 5000L));
    String returned = redeem(till, first, Map.of("GOODS", 10_000L));
    till.reverse(Scene.key(), returned, "顾客退货").expect(201);
    redeem(till, scene.veteran(), Map.of("GOODS", 7777L));

    List<Map<String, Object>> uses = allUses(holder);
    assertEquals(
        List.of(returned, visit, goods), uses.stream().map(u -> u.get("redemptionId")).toList());
    assertEquals(List.of(true, false, false), uses.stream().map(u -> u.get("reversed")).toList());
    assertEquals("顾客退货", ((Map<?, ?>) uses.getFirst().get("reversal")).get("reason"));
    assertEquals(5500, uses.get(1).get("benefitValueFen"));
    assertEquals(2, ((List<?>) uses.get(1).get("parts")).size());
    assertTrue(uses.get(1).get("venueName").toString().startsWith("SCENIC_SPOT"));
    Map<?, ?> part = (Map<?, ?>) ((List<?>) uses.getLast().get("parts")).getFirst();
    assertTrue(!((List<?>) part.get("trace")).isEmpty());

    StoryHttp.Reply savings = get("/v1/me/savings", holder);
    assertEquals(5699, savings.number("total/benefitValueFen"));
    assertEquals(Sql.number(SUM, goods, visit, returned), savings.number("total/benefitValueFen"));
    assertEquals(2, savings.number("total/visits"));
    assertEquals(3, savings.number("total/uses"));
    assertEquals(
        LocalDate.now(Scene.CLOCK.withZone(ZoneId.of("Asia/Shanghai"))).getYear(),
        savings.number("years/0/year"));
  }

  @Test
  void whoHasUsedNothingHasSavedNothing() {
    String holder = scene.register("VETERAN");
    assertTrue(get("/v1/me/redemptions", holder).list("redemptions").isEmpty());
    assertEquals(0, get("/v1/me/savings", holder).number("total/benefitValueFen"));
    assertEquals(
        403, scene.http.get("/v1/me/savings", scene.officer(Role.AUDITOR, scene.city)).status());
  }

  /** The index holds one person's entries, so the plan reads those and no table. */
  @Test
  void savingsReadOnePersonsEntriesOnly() {
    redeem(till, scene.veteran(), Map.of("GOODS", 1000L));
    String key =
        String.valueOf(
            Sql.query(
                    "EXPLAIN FORMAT=TRADITIONAL SELECT SUM(benefit_value_fen) FROM ledger_entry"
                        + " WHERE person IN (?)",
                    "00000000000000000000000000000000")
                .getFirst()
                .get("key"));
    assertEquals("ledger_entry_person", key);
  }

  private static String redeem(StoryTerminal terminal, StoryPhone phone, Map<String, Long> bill) {
    return terminal.redeem(Scene.key(), phone.show(), bill).expect(201).text("redemptionId");
  }
}
