package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;

/**
 * Goal: an officer sees and changes what lies in the officer's own region and nothing else; nobody
 * does anything without a token or in another role. Method: two cities; each call of the one's
 * office is tried by the other's, by nobody, by a holder and by a terminal.
 */
class B05_NobodySeesAnotherRegionTest {
  private static final List<Role> OFFICE =
      List.of(Role.CLERK, Role.REVIEWER, Role.AUDITOR, Role.ADMIN);

  private final Scene home = Scene.open();
  private final RegionCode elsewhere = Scene.open().city;
  private final String holderId = home.register("VETERAN");
  private final String venueId = home.venue("PHARMACY");
  private final StoryTerminal till = home.office.terminal(venueId, "counter", "COUNTER");
  private final String redemptionId =
      till.redeem(Scene.key(), home.phone(holderId).show(), Map.of("GOODS", 1000L))
          .expect(201)
          .text("redemptionId");

  private final LocalDate today = LocalDate.now(Scene.CLOCK.withZone(ZoneId.of("Asia/Shanghai")));
  private final String figures =
      "/v1/figures?region=%s&from=%s&to=%s".formatted(home.city, today, today);
  private final String conservation = figures.replace("figures?", "figures/conservation?");
  private final String holders = "/v1/holders?region=" + home.city;
  private final String holder = "/v1/holders/" + holderId;
  private final String redemption = "/v1/redemptions/" + redemptionId;

  @Test
  void officersReadTheirOwnRegionAndWhatLiesInIt() {
    for (Role role : OFFICE) {
      for (RegionCode region : List.of(home.city, home.city.province(), RegionCode.NATION)) {
        String officer = home.officer(role, region);
        for (String path : List.of(figures, conservation, holders, holder, redemption)) {
          get(path, officer).expect(200);
        }
      }
    }
  }

  @Test
  void officersOfAnotherRegionReadNothing() {
    for (Role role : OFFICE) {
      String outsider = home.officer(role, elsewhere);
      assertProblem("OUT_OF_REGION", 403, get(figures, outsider));
      assertProblem("OUT_OF_REGION", 403, get(conservation, outsider));
      assertProblem("OUT_OF_REGION", 403, get(holders, outsider));
      assertProblem("NOT_FOUND", 404, get(holder, outsider));
      assertProblem("NOT_FOUND", 404, get(redemption, outsider));
    }
  }

  @Test
  void officerOfACityDoesNotReadItsProvinceOrTheCountry() {
    String officer = home.officer(Role.AUDITOR, home.city);
    for (RegionCode wider : List.of(home.city.province(), RegionCode.NATION)) {
      String path = figures.replace("region=" + home.city, "region=" + wider);
      assertProblem("OUT_OF_REGION", 403, get(path, officer));
      assertProblem("OUT_OF_REGION", 403, get("/v1/holders?region=" + wider, officer));
    }
  }

  @Test
  void listsShowTheOfficersOwnRegionAlone() {
    String outsider = home.officer(Role.CLERK, elsewhere);
    List<Map<String, Object>> listed =
        get("/v1/holders?pageSize=100", outsider).expect(200).list("holders");
    assertFalse(listed.stream().anyMatch(each -> holderId.equals(each.get("holderId"))));
    assertTrue(
        get("/v1/holders?pageSize=100", home.officer(Role.CLERK, home.city))
            .expect(200)
            .list("holders")
            .stream()
            .anyMatch(each -> holderId.equals(each.get("holderId"))));
  }

  @Test
  void officersOfAnotherRegionChangeNothing() {
    String outsider = home.officer(Role.ADMIN, elsewhere);
    assertProblem("NOT_FOUND", 404, addTerminal(outsider));
    Map<String, Object> shop = Map.of("name", "x", "kind", "SHOP", "region", home.city.toString());
    assertProblem("OUT_OF_REGION", 403, home.http.post("/v1/venues", outsider, shop));
    assertProblem("NOT_FOUND", 404, reverse(outsider));
    assertEquals(1, Totals.ofFigure(home).uses());
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    for (String path : List.of(figures, conservation, holders, holder, redemption)) {
      assertProblem("NOT_SIGNED_IN", 401, get(path, null));
      assertProblem("NOT_SIGNED_IN", 401, get(path, "no.such.token"));
    }
    assertProblem("NOT_SIGNED_IN", 401, get("/v1/venues", null));
    assertProblem("NOT_SIGNED_IN", 401, get("/v1/certificates", null));
    assertProblem("NOT_SIGNED_IN", 401, addTerminal(null));
    assertProblem("NOT_SIGNED_IN", 401, reverse(null));
  }

  @Test
  void holderIsNoOfficerAndNoTerminal() {
    String token = home.holder(holderId);
    for (String path : List.of(figures, conservation, holders, holder, redemption)) {
      assertProblem("NOT_ALLOWED", 403, get(path, token));
    }
    assertProblem("NOT_ALLOWED", 403, addTerminal(token));
    assertProblem("NOT_ALLOWED", 403, reverse(token));
  }

  @Test
  void terminalReadsItsOwnRedemptionsAlone() {
    StoryTerminal other = home.counter("PHARMACY");
    get(redemption, home.terminal(till.id(), venueId)).expect(200);
    String neighbour = home.terminal(other.id(), venueId);
    assertProblem("NOT_FOUND", 404, get(redemption, neighbour));
    for (String path : List.of(figures, conservation, holders, holder)) {
      assertProblem("NOT_ALLOWED", 403, get(path, neighbour));
    }
  }

  private StoryHttp.Reply get(String path, @Nullable String token) {
    return home.http.get(path, token);
  }

  private StoryHttp.Reply addTerminal(@Nullable String token) {
    return home.http.post(
        "/v1/venues/" + venueId + "/terminals", token, Map.of("label", "x", "kind", "COUNTER"));
  }

  private StoryHttp.Reply reverse(@Nullable String token) {
    return home.http.post(
        "/v1/reversals",
        token,
        Map.of("redemptionId", redemptionId, "reason", "退货"),
        "Idempotency-Key",
        Scene.key());
  }

  private static void assertProblem(String code, int status, StoryHttp.Reply reply) {
    assertEquals(code, reply.expect(status).text("code"));
  }
}
