package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.contract.Contract;

/**
 * Goal: whatever operation there is, nobody of one city reads or changes anything of another.
 * Method: every operation of the contract, with the ids of the one city put into the contract's own
 * examples, is sent by everyone that the other city has. An operation that is in neither list below
 * must refuse; one in them may answer, but tells nothing either.
 */
class B07_EveryOperationKeepsRegionsApartTest {
  private static final String SIGN_IN = "whoever has the secret is let in, whatever the region";
  private static final String SIGNED = "signed for everyone, and names no person and no place";
  private static final String DIRECTORY = "where and what the benefits are, everybody may know";

  /** Operations that anyone may call; venues and catalogues of any city are seen by everybody. */
  private static final Map<String, String> PUBLIC =
      Map.ofEntries(
          Map.entry("POST /v1/terminals/pair", SIGN_IN),
          Map.entry("POST /v1/tokens", SIGN_IN),
          Map.entry("POST /v1/sessions/otp", SIGN_IN),
          Map.entry("POST /v1/sessions", SIGN_IN),
          Map.entry("POST /v1/invitations/accept", SIGN_IN),
          Map.entry(
              "POST /v1/demo/messages", "only in a demonstration, whose persons are invented"),
          Map.entry("GET /.well-known/yongjun-pass/keys", SIGNED),
          Map.entry("GET /.well-known/yongjun-pass/status/{issuer}", SIGNED),
          Map.entry("GET /v1/venues", DIRECTORY),
          Map.entry("GET /v1/venues/{venueId}", DIRECTORY),
          Map.entry("POST /v1/venue-searches", DIRECTORY),
          Map.entry("GET /v1/partner-classes", DIRECTORY),
          Map.entry("GET /v1/venue-calls", DIRECTORY),
          Map.entry("GET /v1/venue-groups", DIRECTORY),
          Map.entry("POST /v1/benefit-searches", DIRECTORY),
          Map.entry("GET /v1/catalogues", DIRECTORY),
          Map.entry("GET /v1/catalogues/{code}", DIRECTORY),
          Map.entry("GET /v1/catalogues/{code}/versions", DIRECTORY),
          Map.entry("GET /v1/catalogues/{code}/versions/{version}", DIRECTORY),
          Map.entry("GET /v1/catalogues/{code}/versions/{version}/export", DIRECTORY),
          Map.entry("GET /v1/catalogue-counts", DIRECTORY),
          Map.entry("GET /v1/catalogue-templates/xlsx", "an empty workbook"),
          Map.entry("GET /health", "says only whether the server is well"));

  /** Operations about the caller's own, or about what a holder shows on purpose. */
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("DELETE /v1/sessions/current", "ends the caller's own session"),
          Map.entry("GET /v1/officers", "lists the accounts of the caller's region"),
          Map.entry("GET /v1/certificates", "lists the caller's own"),
          Map.entry("GET /v1/approvals", "lists what waits in the caller's region"),
          Map.entry("GET /v1/gate-bundle", "is made for the caller's own venue"),
          Map.entry("POST /v1/short-codes", "is drawn for the caller's own phone"),
          Map.entry("POST /v1/code-images", "draws the text that the caller sends"),
          Map.entry("GET /v1/me/redemptions", "lists the caller's own"),
          Map.entry("GET /v1/reservations", "lists the caller's own"),
          Map.entry("GET /v1/me/card-applications", "lists the caller's own"),
          Map.entry("GET /v1/me/savings", "sums up the caller's own"),
          Map.entry("POST /v1/taps", "holders show their codes in any city, without network too"),
          Map.entry("POST /v1/verifications", "holders show their codes in any city"),
          Map.entry("POST /v1/holders/imports", "answers line by line; see the test of it"));

  /** The issuer's own things, which name no city; no city's administrator may touch them. */
  private static final Set<String> ISSUERS = Set.of("POST /v1/issuer-keys");

  /** A code that is shown is redeemed in any city; the example by verificationId is the foreign. */
  private static final String SHOWN = "POST /v1/redemptions code";

  private static final Set<Integer> REFUSALS = Set.of(403, 404, 409, 422);

  private final CityData home = new CityData();
  private final Scene away = Scene.open();
  private final Map<String, String> intruders = intruders();
  private final List<String> faults = new ArrayList<>();

  @Test
  void nobodyOfAnotherCityReadsOrChangesAnything() {
    List<String> before = home.read();
    List<String> own = found(String.join(" ", before), home.secrets);
    assertTrue(own.size() >= 8, "its own office reads what others must not");
    Set<String> covered = new TreeSet<>();
    for (String operation : Contract.OPERATIONS.keySet()) {
      for (OperationRequests.Draft draft : OperationRequests.about(operation, home.live)) {
        if (!SHOWN.equals(operation + " " + draft.example())) {
          tryAll(draft, mustRefuse(operation));
          covered.add(operation);
        }
      }
    }
    assertEquals(List.of(), faults);
    assertEquals(Contract.OPERATIONS.keySet(), covered);
    assertEquals(before, home.read());
  }

  @Test
  void ownRegionIsNoWayToAnothersThings() {
    List<String> before = home.read();
    Map<String, String> mixed = new HashMap<>(home.live);
    mixed.put("region", away.city.toString());
    int tried = 0;
    for (String operation : Contract.OPERATIONS.keySet()) {
      for (OperationRequests.Draft draft : OperationRequests.about(operation, mixed)) {
        boolean hasRegion = draft.names(List.of(away.city.toString()));
        if (hasRegion && (draft.method().equals("GET") || draft.names(all()))) {
          // A list of one's own region may well be empty instead of refused.
          tryAll(draft, mustRefuse(operation) && !draft.method().equals("GET"));
          tried++;
        }
      }
    }
    assertEquals(List.of(), faults);
    assertTrue(tried >= 5, "tried " + tried);
    assertEquals(before, home.read());
  }

  @Test
  void aFileOfAnotherCityRegistersAndTellsNothing() {
    List<String> before = home.read();
    Map<String, String> faultByRegion =
        Map.of(home.of("region"), "REGION_NOT_YOURS", away.city.toString(), "REGISTERED_ELSEWHERE");
    for (String region : faultByRegion.keySet()) {
      String file =
          "姓名,身份证号,手机号,类别,属地,优待证号,立功等级,残疾等级,生效日期,有效期\n王场景,%s,%s,VETERAN,%s,,,,2026-01-01,2029-12-31\n"
              .formatted(home.person.idNumber(), home.person.phone(), region);
      StoryHttp.Reply report =
          away.http
              .post(
                  "/v1/holders/imports",
                  away.officer(Role.ADMIN, away.city),
                  "text/csv",
                  file.getBytes(StandardCharsets.UTF_8))
              .expect(200);
      assertEquals(1, report.number("rejected"));
      assertEquals(faultByRegion.get(region), report.text("outcomes/0/errors/0/code"));
      assertTrue(found(new String(report.body(), StandardCharsets.UTF_8), home.secrets).isEmpty());
    }
    assertEquals(before, home.read());
  }

  @Test
  void everyListedOperationIsInTheContract() {
    Set<String> named = new TreeSet<>(PUBLIC.keySet());
    named.addAll(OWN.keySet());
    named.addAll(ISSUERS);
    named.removeAll(Contract.OPERATIONS.keySet());
    assertEquals(Set.of(), named);
  }

  private static boolean mustRefuse(String operation) {
    return !PUBLIC.containsKey(operation) && !OWN.containsKey(operation);
  }

  private void tryAll(OperationRequests.Draft draft, boolean mustRefuse) {
    String call = draft.operation() + " " + draft.example();
    boolean isOfHome = draft.names(all()) || draft.names(List.of(home.of("region")));
    if (mustRefuse && !ISSUERS.contains(draft.operation()) && !isOfHome) {
      faults.add(call + " names nothing of the city, so its refusal would prove nothing");
    }
    for (Map.Entry<String, String> intruder : intruders.entrySet()) {
      HttpResponse<byte[]> answer = CheckedHttp.sendInvalid(draft.from(intruder.getValue()));
      String body = text(answer);
      String by = call + " by " + intruder.getKey() + " → " + answer.statusCode();
      if (mustRefuse && !REFUSALS.contains(answer.statusCode())) {
        faults.add(by);
      }
      if (mustRefuse && mayCall(draft.operation(), intruder.getKey()) && isOfRole(body)) {
        faults.add(by + " is refused for the role, not for the city");
      }
      List<String> hidden = PUBLIC.containsKey(draft.operation()) ? home.secrets : all();
      found(body, hidden).forEach(value -> faults.add(by + " tells " + value));
    }
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(home.secrets);
    all.addAll(home.listed);
    all.add(home.of("deviceKey"));
    return all;
  }

  private static List<String> found(String body, List<String> values) {
    return values.stream().filter(body::contains).toList();
  }

  private static boolean mayCall(String operation, String role) {
    Object roles = Contract.OPERATIONS.get(operation).getExtensions().get("x-roles");
    return roles instanceof List<?> list && list.contains(role);
  }

  private static boolean isOfRole(String body) {
    return body.contains("\"NOT_ALLOWED\"");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Everyone whom the other city has, by role. */
  private Map<String, String> intruders() {
    Map<String, String> tokens = new LinkedHashMap<>();
    for (Role role : List.of(Role.CLERK, Role.REVIEWER, Role.AUDITOR, Role.ADMIN)) {
      tokens.put(role.name(), away.officer(role, away.city));
    }
    String holder = away.register("VETERAN");
    away.phone(holder);
    tokens.put("HOLDER", away.holder(holder));
    String venue = away.venue("PHARMACY");
    String till = away.office.terminal(venue, "counter", "COUNTER").id();
    tokens.put("TERMINAL", away.terminal(till, venue));
    String gate = away.office.terminal(venue, "gate", "GATE").id();
    tokens.put("GATE", away.atVenue(gate, Role.GATE, venue));
    String login = "o" + Scene.key().substring(0, 12);
    String owner =
        away.http
            .post(
                "/v1/venues/" + venue + "/owners",
                away.officer(Role.ADMIN, away.city),
                Map.of("login", login, "name", "乙城掌柜"))
            .expect(201)
            .text("accountId");
    tokens.put("VENUE_OWNER", away.atVenue(owner, Role.VENUE_OWNER, venue));
    return tokens;
  }
}
