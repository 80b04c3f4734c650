package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;

/**
 * Goal: a venue's offers stand on its agreements, and rest once these are all over; what an office
 * lists goes on. Method: agreements of past days over HTTP, and a till that verifies; every sum is
 * computed by hand in a comment.
 */
class V05_AnAgreementEndsTest {
  private static final LocalDate TODAY = VenueScene.today();

  private final VenueScene office = new VenueScene();
  private final String shop = office.partner("PHARMACY", Map.of("listedOn", "2024-01-01"));
  private final StoryTerminal till = office.scene.office.terminal(shop, "till", "COUNTER");
  private final String offer = publishOffer(shop);

  /** 70 per cent of the goods, where the city's list gives 90 per cent. */
  private String publishOffer(String venueId) {
    String code = "offer-" + venueId.substring(venueId.length() - 12);
    office.scene.publish(
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "优惠", "en": "Offer"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2024-01-01",
         "offer": {"venueId": "%3$s", "agreement": "协议1号", "agreedUntil": "2098-12-31"},
         "items": [{"number": "1", "title": {"zh": "七折", "en": "70 per cent"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "parts": [{"label": "GOODS", "rule": {"kind": "PERCENT_PAYABLE", "percent": 70}}],
           "synthetic": true}]}
        """
            .formatted(code, office.region, venueId));
    return code;
  }

  private StoryHttp.Reply sign(LocalDate on, String until, String catalogue) {
    Map<String, Object> agreement = new HashMap<>();
    agreement.put("on", on.toString());
    if (!until.isEmpty()) {
      agreement.put("until", until);
    }
    if (!catalogue.isEmpty()) {
      agreement.put("catalogue", catalogue);
    }
    return office.step(office.clerk, shop, "AGREEMENT_SIGNED", agreement);
  }

  private long payable() {
    return till.verify(office.scene.veteran().show(), Map.of("GOODS", 1000L))
        .number("quote/payableFen");
  }

  @Test
  void offersRestFromTheDayAfterTheLastAgreementUntilOneIsSigned() {
    // 10.00 × 70 % = 7.00 by the offer, which names its agreement itself.
    assertEquals(700, payable());
    sign(LocalDate.of(2024, 2, 1), TODAY.minusDays(1).toString(), offer).expect(201);
    // 10.00 × 90 % = 9.00 by the city's list.
    assertEquals(900, payable());
    sign(TODAY.minusDays(1), TODAY.toString(), offer).expect(201);
    assertEquals(700, payable());
    sign(TODAY, "", "").expect(201);
    assertEquals(700, payable());
  }

  @Test
  void anAgreementNamesACatalogueThatThereIs() {
    String others = publishOffer(office.partner("PHARMACY", Map.of()));
    for (String catalogue : new String[] {"no-such-list", others}) {
      StoryHttp.Reply refused = sign(TODAY, "", catalogue).expect(400);
      assertEquals("/catalogue", refused.text("errors/0/pointer"));
    }
    sign(TODAY, "", "scene-" + office.region).expect(201);
    assertEquals(offer, sign(TODAY, "", offer).expect(201).text("subject"));
  }
}
