package org.yongjun.pass.programmes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryPhone;

/**
 * Goal: a benefit for the dead is claimed by who survives them. Method: a list, a death and a claim
 * over HTTP; the charge and the home's terms are made up, sums are by hand:
 * list/reference/payable/value in fen.
 */
class SurvivorsTest {
  /**
   * 1,888.05 × 40 % = 755.22 for a key beneficiary who has died; his code opens nothing any more.
   */
  @Test
  @Covers("S01-128")
  void funeralsOfKeyBeneficiariesOfShiyanCostLessAndASurvivorClaims() {
    Place shiyan = Place.of("shiyan-2023-funeral");
    Counter home = shiyan.venue("FUNERAL_HOME").charging("FUNERAL", 188_805).open();
    String veteran = Holders.register("DISABLED_SERVICEPERSON@420302");
    String widow = Holders.register("MILITARY_DEPENDENT@420302");
    StoryPhone phone = Holders.phoneOf(veteran);
    assertEquals("CONDITION_FAILED", home.use(phone, "FUNERAL"));
    shiyan.enlist("420300-KEY_PREF", veteran);
    String code = phone.show();
    Holders.HTTP
        .post(
            "/v1/holders/" + veteran + "/events",
            Holders.officer(Role.CLERK, shiyan.region()),
            Map.of(
                "kind", "DEATH",
                "effectiveOn", Partners.TODAY.minusDays(1).toString(),
                "document", "死亡证明"))
        .expect(201);
    assertEquals("REVOKED", home.useCard(code, "FUNERAL"));
    assertEquals("NOT_PRICED", claim(shiyan, home, veteran, widow));
    shiyan.offerToSurvivors(
        home,
        "FUNERAL",
        "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": 40}",
        "shiyan-2023-funeral/1");
    assertEquals("188805/188805/75522/113283 terms", claim(shiyan, home, veteran, widow));
    String stranger = Holders.register("DISABLED_SERVICEPERSON@420302");
    Holders.HTTP
        .post(
            "/v1/survivor-claims",
            Holders.officer(Role.CLERK, shiyan.region()),
            paper(home, stranger, widow))
        .expect(409);
  }

  private static Map<String, String> paper(Counter home, String deceased, String survivor) {
    return Map.of(
        "deceasedHolderId",
        deceased,
        "survivorHolderId",
        survivor,
        "venueId",
        home.venueId(),
        "document",
        "死亡证明");
  }

  /** A claim is registered and used at the counter. */
  private static String claim(Place place, Counter home, String deceased, String survivor) {
    String id =
        Holders.HTTP
            .post(
                "/v1/survivor-claims",
                Holders.officer(Role.CLERK, place.region()),
                paper(home, deceased, survivor))
            .expect(201, 200)
            .text("survivorClaimId");
    return Counter.read(
        home.terminal()
            .redeem(
                UUID.randomUUID().toString(),
                Map.of("survivorClaimId", id, "bill", List.of(Map.of("label", "FUNERAL")))));
  }
}
