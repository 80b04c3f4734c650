package org.yongjun.pass.scenario;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.access.adapter.NimbusAccessTokens;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.adapter.MasterKey;

/** All that a holder, an office and a shop do with each other, and then all that can be amiss. */
final class HoldersDay {
  static final String VENUE = "邯郸药房-VENUE-MARKER-31337";
  static final String QUERY_MARKER = "QUERY-MARKER-31337";

  private static final Map<String, Long> BILL = Map.of("GOODS", 2000L);

  private final String url;
  private final Eavesdropper exchange;
  private final StoryHttp http;
  private final AccessTokens tokens;
  private final String officer;
  private String venuePath = "";

  /**
   * @param data the server's data folder, with the key that signs tokens
   */
  HoldersDay(String url, Eavesdropper exchange, Path data) {
    this.url = url;
    this.exchange = exchange;
    this.http = new StoryHttp(url, exchange);
    byte[] key =
        MasterKey.read(data.resolve(MasterKey.FILE))
            .derive(NimbusAccessTokens.KEY_LABEL, NimbusAccessTokens.KEY_BYTES);
    this.tokens = new NimbusAccessTokens(key, Clock.systemUTC());
    this.officer = token("officer", Role.ADMIN);
  }

  /** Registered, bound, shown, drawn, verified, redeemed, refused, reversed and looked up. */
  void goWell(String csv) {
    StoryOffice office = new StoryOffice(http, officer, Clock.systemUTC());
    String holder = office.importHolders(csv.getBytes(StandardCharsets.UTF_8)).get(1);
    office.publishCatalogues();
    Map<String, Object> pharmacy =
        Map.of("name", VENUE, "kind", "PHARMACY", "region", "130402", "tags", List.of("书民大药房"));
    String venue = office.venue(pharmacy);
    venuePath = "/v1/venues/" + venue;
    StoryTerminal till = office.terminal(venue, "收银台", "COUNTER");

    StoryPhone phone = StoryPhone.bind(http, token(holder, Role.HOLDER), Clock.systemUTC());
    String code = phone.show();
    phone.picture(code);
    String verified = till.verify(code, BILL).text("verificationId");
    String redeemed = till.redeem("k-1", verified).expect(201).text("redemptionId");
    till.verify(code, BILL);
    till.verify(code.substring(0, code.length() - 2) + "00", BILL);
    till.redeem("k-2", code, BILL).expect(409);
    till.reverse("k-3", redeemed, "退货").expect(201);

    http.get("/v1/holders/" + holder, officer).expect(200);
    http.get("/v1/holders?region=130400", officer).expect(200);
    http.get("/v1/redemptions/" + redeemed, officer).expect(200);
    http.get("/v1/venues?region=130400&cursor=&marker=" + QUERY_MARKER, officer).expect(200);
  }

  /**
   * What must not be told on, where it does not belong.
   *
   * @return the statuses of the answers
   */
  List<Integer> goWrong(String csv, String person, String idNumber) {
    BadInput bad = new BadInput(url, exchange);
    List<Integer> statuses = bad.statuses();
    bad.toImport(officer, csv);
    for (String value : List.of(person, idNumber, exchange.aCode(), exchange.aPairingCode())) {
      toOffice(bad, value);
      toHolder(bad, value);
      toTerminal(bad, value);
      bad.toSignIn(value, officer);
      bad.toSignIn(value, exchange.anAssertion());
    }
    String name = URLEncoder.encode(person.substring(0, 1), StandardCharsets.UTF_8);
    String today = "&from=2026-01-01&to=2026-01-01";
    for (String path :
        List.of(
            "/v1/holders/" + name,
            "/v1/redemptions/" + name,
            "/v1/venues/" + name,
            "/v1/venues/" + name + "/terminals",
            "/v1/catalogues/" + name + "/versions/1",
            "/v1/figures?region=000000&itemId=" + name + today,
            "/v1/figures?region=000000&venueId=" + name + today,
            "/v1/venues?cursor=" + name)) {
      statuses.add(http.get(path, officer).status());
    }
    return statuses;
  }

  private void toOffice(BadInput bad, String value) {
    List<String> fields =
        List.of("name", "kind", "region", "aLevel", "ownership", "tags", "tariff");
    bad.toJson("/v1/venues", officer, fields, value);
    bad.toJson(venuePath + "/terminals", officer, List.of("label", "kind"), value);
    bad.toCatalogues(officer, value);
  }

  private void toHolder(BadInput bad, String value) {
    String holder = token("no-such-holder", Role.HOLDER);
    List<String> fields = List.of("deviceAlgorithm", "deviceKey", "custody");
    bad.toJson("/v1/certificates", holder, fields, value);
    bad.toJson("/v1/code-images", holder, List.of("pixelsPerModule", "code"), value);
  }

  private void toTerminal(BadInput bad, String value) {
    String till = exchange.aTerminalsToken();
    bad.toJson("/v1/terminals/pair", null, List.of("pairingCode", "publicKey"), value);
    bad.toJson("/v1/verifications", till, List.of("code", "bill", "channel"), value);
    bad.toJson("/v1/redemptions", till, List.of("verificationId", "code", "bill"), value);
    bad.toJson("/v1/reversals", till, List.of("redemptionId", "reason"), value);
  }

  /** What anyone, and an officer, gets from the places where servers tell of themselves. */
  List<String> lookAround() {
    List<String> answers = new ArrayList<>();
    for (String path :
        List.of(
            "health",
            "metrics",
            "prometheus",
            "loggers",
            "env",
            "beans",
            "info",
            "routes",
            "threaddump",
            "docs")) {
      for (String token : List.of("", officer)) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/" + path));
        if (!token.isEmpty()) {
          request.header("Authorization", "Bearer " + token);
        }
        var response = exchange.send(request.GET().build());
        answers.add(new String(response.body(), StandardCharsets.UTF_8) + response.headers());
      }
    }
    return answers;
  }

  private String token(String id, Role role) {
    return tokens.mint(id, role, RegionCode.NATION, null, Duration.ofMinutes(10));
  }
}
