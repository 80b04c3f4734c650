package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;

/**
 * Goal: an officer whose account also has the duty of a venue's owner decides on nothing of that
 * venue, and on everything of others. Method: over HTTP by two reviewers of one city, of whom one
 * owns the venue; the second duty is entered into the database.
 */
class V06_NobodyDecidesOnTheirOwnVenueTest {
  private final VenueScene office = new VenueScene();
  private final Scene scene = office.scene;
  private final String partnerClass = office.partnerClass("拥军门店", true);
  private final String candidate = office.partner("PHARMACY", Map.of("candidate", true));
  private final String shop = office.partner("PHARMACY", Map.of());
  private final String reviewer = officerWhoOwns(List.of(candidate, shop));

  /** A token of a reviewer of the city. */
  private String officerWhoOwns(List<String> venueIds) {
    Map<String, ?> officer =
        Map.of(
            "login",
            "r" + Scene.key().substring(0, 12),
            "name",
            "复核人",
            "duties",
            List.of(Map.of("role", "REVIEWER", "region", office.region)));
    String account =
        scene
            .http
            .post("/v1/officers", office.admin, officer)
            .expect(201)
            .text("account/accountId");
    for (String venueId : venueIds) {
      Sql.update(
          "INSERT INTO account_duty (account_id, role, region, venue_id)"
              + " VALUES (?, 'VENUE_OWNER', ?, ?)",
          account,
          scene.city.value(),
          venueId);
    }
    return scene.atVenue(account, Role.REVIEWER, shop);
  }

  private static void assertOwn(StoryHttp.Reply reply) {
    assertEquals("CONFLICT_OF_INTEREST", reply.expect(403).text("code"));
  }

  @Test
  void theOwnersApplicationIsForAnotherToDecide() {
    Map<String, ?> wanted =
        Map.of("venueId", candidate, "partnerClass", partnerClass, "reason", "自愿加入");
    String application =
        scene
            .http
            .post("/v1/venue-applications", office.clerk, wanted)
            .expect(201)
            .text("applicationId");
    String path = "/v1/venue-applications/" + application + "/decision";
    Map<String, ?> yes = Map.of("approved", true, "reason", "现场核实");
    assertOwn(scene.http.post(path, reviewer, yes));
    scene.http.post(path, office.reviewer, yes).expect(200);
  }

  @Test
  void stepsAndFindingsAtTheOwnVenueAreForAnother() {
    assertOwn(office.step(reviewer, shop, "REVIEW_PASSED", Map.of()));
    office
        .step(reviewer, office.partner("PHARMACY", Map.of()), "REVIEW_PASSED", Map.of())
        .expect(201);
    office.step(office.reviewer, shop, "REVIEW_PASSED", Map.of()).expect(201);
  }

  @Test
  void offersOfTheOwnVenueAreReviewedByAnother() {
    ListOffice lists = new ListOffice(scene);
    String offer =
        """
        {"code": "own-%1$s", "region": "%2$s", "title": {"zh": "优惠", "en": "Offer"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2026-01-01",
         "offer": {"venueId": "%1$s", "agreement": "协议1号", "agreedUntil": "2098-12-31"},
         "items": [{"number": "1", "title": {"zh": "七折", "en": "70 per cent"},
           "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
           "parts": [{"label": "GOODS", "rule": {"kind": "PERCENT_PAYABLE", "percent": 70}}],
           "synthetic": true}]}
        """
            .formatted(shop, office.region);
    String id = lists.draft(office.clerk, offer).expect(201).text("draft/draftId");
    lists.submit(office.clerk, id, 1).expect(201);
    assertOwn(lists.approve(reviewer, id, 2));
    lists.approve(office.reviewer, id, 2).expect(201);
    assertOwn(lists.publish(reviewer, id, 3));
  }
}
