package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.programmes.Counter;

/**
 * Goal: all ships of one route are free for those posted to the island and for their families, by a
 * list and a household and no card, until the transfer; neither ledger nor journal says who is
 * posted where. Method: the list of 北海 over HTTP; a fare of 240.00 is made up, sums by hand in fen.
 */
class H08_AGarrisonAndItsFamiliesOnOneRouteTest {
  private static final String FREE = "24000/24000/0/24000 beihai-2023-services/2";

  private final HardCase beihai = new HardCase("beihai-2023-services");
  private final Scene scene = beihai.scene;
  private final String garrison = beihai.list("WEIZHOU-GARRISON");

  private Counter ship(String route) {
    return beihai.counter("FERRY", Map.of("tags", List.of(route)), Map.of("FARE", 24_000L));
  }

  private void join(String household, String holderId) {
    scene
        .http
        .post(
            "/v1/households/" + household + "/members",
            beihai.clerk,
            Map.of(
                "holderId", holderId,
                "validFrom", today().toString(),
                "validUntil", today().plusDays(30).toString()))
        .expect(201);
  }

  @Test
  void theyTravelFreeBothWaysUntilTheTransfer() {
    Counter outward = ship("北海-涠洲岛");
    Counter homeward = ship("北海-涠洲岛");
    String soldier = scene.register("SERVICEPERSON");
    String wife = scene.register("MILITARY_DEPENDENT");
    String household =
        scene
            .http
            .post("/v1/households", beihai.clerk, Map.of("region", scene.city.toString()))
            .expect(201)
            .text("householdId");
    join(household, soldier);
    join(household, wife);
    StoryPhone his = scene.phone(soldier);
    StoryPhone hers = scene.phone(wife);
    assertEquals("CONDITION_FAILED", beihai.use(outward, his, "FARE"));
    String line = beihai.enlist(garrison, soldier);
    assertEquals(FREE, beihai.use(outward, his, "FARE"));
    assertEquals(FREE, beihai.use(homeward, his, "FARE"));
    assertEquals(FREE, beihai.use(outward, hers, "FARE"));
    assertEquals("VENUE_NOT_ACTIVE", beihai.use(ship("其他航线"), his, "FARE"));
    StoryPhone stranger = scene.phone(scene.register("MILITARY_DEPENDENT"));
    assertEquals("CONDITION_FAILED", beihai.use(outward, stranger, "FARE"));

    scene
        .http
        .post(
            "/v1/member-lists/" + garrison + "/members/" + line + "/end",
            beihai.clerk,
            Map.of("lastDay", today().minusDays(1).toString()))
        .expect(200);
    assertEquals("CONDITION_FAILED", beihai.use(homeward, his, "FARE"));
    assertEquals("CONDITION_FAILED", beihai.use(homeward, hers, "FARE"));
    // Three rides of 240.00 each.
    assertEquals(new Totals(3, 3, 72_000, 72_000, 0, 72_000), Totals.ofFigure(scene));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM ledger_entry WHERE region = ? AND CONCAT(facts, trace) LIKE ?",
            scene.city.value(),
            "%GARRISON%"));
    assertEquals(
        0,
        Sql.number(
            "SELECT COUNT(*) FROM journal_entry WHERE kind LIKE 'LIST_%'"
                + " AND CONCAT(subject_id, content) LIKE ?",
            "%" + soldier + "%"));
  }
}
