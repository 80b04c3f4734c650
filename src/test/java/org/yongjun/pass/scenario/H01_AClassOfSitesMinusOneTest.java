package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.programmes.Counter;

/**
 * Goal: a rule for a class of venues less a named one (全市A级旅游景区，武当山景区除外) takes in whatever site is
 * rated later, leaves out the named one with its inner gates, and leaves room for a rule of its
 * own. Method: the list of 十堰 over HTTP; tickets are made up, sums by hand in fen.
 */
class H01_AClassOfSitesMinusOneTest {
  private final HardCase shiyan = new HardCase("shiyan-2023");
  private final StoryPhone veteran = shiyan.scene.veteran();

  private Counter site(int aLevel, long ticketFen, String... tags) {
    return shiyan.counter(
        "SCENIC_SPOT",
        Map.of("aLevel", aLevel, "tags", List.of(tags)),
        Map.of("ADMISSION", ticketFen));
  }

  @Test
  void theClassIsFreeTheNamedOneIsNotAndHasARuleOfItsOwn() {
    // 60.00 → 0 at the lowest and at the highest class.
    assertEquals("6000/6000/0/6000 shiyan-2023/1", shiyan.use(site(1, 6000), veteran, "ADMISSION"));
    assertEquals("6000/6000/0/6000 shiyan-2023/1", shiyan.use(site(5, 6000), veteran, "ADMISSION"));
    Counter mountain = site(5, 13_000, "武当山景区");
    Counter innerGate = site(5, 2_700, "武当山景区", "金顶");
    assertEquals("VENUE_NOT_ACTIVE", shiyan.use(mountain, veteran, "ADMISSION"));
    assertEquals("VENUE_NOT_ACTIVE", shiyan.use(innerGate, veteran, "ADMISSION"));
    shiyan.scene.publish(
        """
        {"code": "mountain-%1$s", "region": "%1$s", "title": {"zh": "武当山", "en": "The mountain"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [
          {"number": "1", "title": {"zh": "门票半价", "en": "Half price"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "where": {"kinds": ["SCENIC_SPOT"], "tags": ["武当山景区"]},
           "parts": [{"label": "ADMISSION", "rule": {"kind": "PERCENT_PAYABLE", "percent": 50}}],
           "synthetic": true}]}
        """
            .formatted(shiyan.scene.city));
    // 130.00 × 50 % = 65.00; 27.00 × 50 % = 13.50.
    assertEquals("13000/13000/6500/6500 mountain/1", shiyan.use(mountain, veteran, "ADMISSION"));
    assertEquals("2700/2700/1350/1350 mountain/1", shiyan.use(innerGate, veteran, "ADMISSION"));
    // Listed 2 × 60.00 + 130.00 + 27.00 = 277.00; paid 78.50; saved 198.50.
    assertEquals(new Totals(4, 4, 27_700, 27_700, 7_850, 19_850), Totals.ofFigure(shiyan.scene));
  }

  @Test
  void aSiteThatIsRatedLaterFallsInByItself() {
    Counter young = site(0, 4_500);
    assertEquals("VENUE_NOT_ACTIVE", shiyan.use(young, veteran, "ADMISSION"));
    shiyan
        .scene
        .http
        .post(
            "/v1/venues/" + young.venueId() + "/events",
            shiyan.scene.officer(Role.ADMIN, shiyan.scene.city),
            Map.of("kind", "RATED", "aLevel", 2, "reason", "评定为2A级"))
        .expect(201);
    // 45.00 → 0, without a new version of the list.
    assertEquals("4500/4500/0/4500 shiyan-2023/1", shiyan.use(young, veteran, "ADMISSION"));
  }
}
