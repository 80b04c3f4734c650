package org.yongjun.pass.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.Regions;

/**
 * A catalogue of limited items with shops of its own, in a city that all such scenes share: the
 * items count apart from those of every other scene. Every amount is made up.
 */
final class LimitScene {
  private static final Scene CITY = Scene.open();

  static final String WANG = CITY.register("VETERAN");
  static final String ZHAO = CITY.register("VETERAN");
  static final String ZHOU = CITY.register("VETERAN");
  static final String WU = CITY.register("VETERAN");

  private final String catalogue = "limits-" + UUID.randomUUID().toString().substring(0, 8);

  /**
   * Publishes the next version with these items.
   *
   * @param items of {@link #item}
   */
  void publish(String... items) {
    CITY.publish(
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "限次清单", "en": "Limits"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [%3$s]}
        """
            .formatted(catalogue, CITY.city, String.join(",", items)));
  }

  /** An item by which veterans pay a percentage of the part of that label. */
  String item(String number, String label, int percent, String... limits) {
    return """
    {"number": "%1$s", "title": {"zh": "%1$s", "en": "%1$s"},
     "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
     "where": {"tags": ["%2$s"]}, "parts": [{"label": "%3$s",
       "rule": {"kind": "PERCENT_PAYABLE", "percent": %4$d}}],
     "limits": [%5$s], "synthetic": true}
    """
        .formatted(number, catalogue, label, percent, String.join(",", limits));
  }

  /** An item by which veterans of this city who meet a condition get a price rule. */
  String itemWith(String number, String label, String rule, String condition) {
    return special(number, label, rule, "{\"scope\": \"NATIONWIDE\"}", condition, 0);
  }

  /** An item for veterans at home in the first county of this city. */
  String local(String number, String label, String rule) {
    String origin = "{\"scope\": \"LOCAL\", \"region\": \"%s\"}".formatted(county());
    return special(number, label, rule, origin, "", 0);
  }

  /** A sum off that comes on top of the best item. */
  String layer(String number, String label, long offFen) {
    String rule = "{\"kind\": \"AMOUNT_OFF\", \"offFen\": %d}".formatted(offFen);
    return special(number, label, rule, "{\"scope\": \"NATIONWIDE\"}", "", 1);
  }

  /** A sum off from a threshold on. */
  String above(String number, String label, long thresholdFen, long offFen) {
    String rule =
        "{\"kind\": \"AMOUNT_OFF\", \"offFen\": %d, \"thresholdFen\": %d}"
            .formatted(offFen, thresholdFen);
    return special(number, label, rule, "{\"scope\": \"NATIONWIDE\"}", "", 0);
  }

  private String special(
      String number, String label, String rule, String origin, String condition, int stackOrder) {
    return """
    {"number": "%1$s", "title": {"zh": "%1$s", "en": "%1$s"},
     "who": {"classes": ["VETERAN"], "origin": %2$s%3$s},
     "where": {"tags": ["%4$s"]}, "parts": [{"label": "%5$s", "rule": %6$s}],
     "stackOrder": %7$d, "synthetic": true}
    """
        .formatted(
            number,
            origin,
            condition.isEmpty() ? "" : ", \"condition\": " + condition,
            catalogue,
            label,
            rule,
            stackOrder);
  }

  /** Some county of this city: more precise than any code says. */
  private static RegionCode county() {
    return Regions.standard().listAll().stream()
        .filter(region -> CITY.city.contains(region) && !region.equals(CITY.city))
        .findFirst()
        .orElseThrow();
  }

  /** The phone of a veteran at home in that county. */
  StoryPhone countryman() {
    return phone(CITY.register(CITY.person(), "VETERAN", county()));
  }

  StoryPhone honoured(int meritClass, int disabilityGrade) {
    return phone(registerHonoured(meritClass, disabilityGrade));
  }

  /** A veteran with a merit class and a disability grade, 0 for none. */
  String registerHonoured(int meritClass, int disabilityGrade) {
    return CITY.register(CITY.person(), "VETERAN", CITY.city, meritClass, disabilityGrade);
  }

  /** A sum off a home for a merit of third class or higher; above a sum it needs approval. */
  String homeItem(long offFen, long approvalAboveFen) {
    return """
    {"number": "home", "title": {"zh": "购房", "en": "Home"},
     "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"},
       "condition": {"kind": "MERIT_AT_MOST", "meritClass": 3}},
     "where": {"tags": ["%s"]}, "approvalAboveFen": %d,
     "parts": [{"label": "HOME", "rule": {"kind": "AMOUNT_OFF", "offFen": %d}}],
     "synthetic": true}
    """
        .formatted(catalogue, approvalAboveFen, offFen);
  }

  String officer(Role role) {
    return officer(role, CITY.city);
  }

  String officer(Role role, RegionCode region) {
    return CITY.officer(role, region);
  }

  StoryHttp.Reply get(String path, String token) {
    return CITY.http.get(path, token);
  }

  StoryHttp.Reply post(String path, String token, Map<String, ?> body) {
    return CITY.http.post(path, token, body);
  }

  /** What an auditor of the city is told of a redemption that is decided again. */
  StoryHttp.Reply reevaluate(String redemptionId) {
    return CITY.http.get(
        "/v1/redemptions/" + redemptionId + "/re-evaluation",
        CITY.officer(Role.AUDITOR, CITY.city));
  }

  /** A bundle: registration is free, six parts have priority. */
  String bundle(String number, String... limits) {
    List<String> parts = new ArrayList<>();
    parts.add("{\"label\": \"REGISTRATION_FEE\", \"rule\": {\"kind\": \"FREE\"}}");
    for (int i = 1; i <= 6; i++) {
      parts.add(
          "{\"label\": \"PRIORITY_%d\", \"rule\": {\"kind\": \"NON_MONETARY\"}}".formatted(i));
    }
    return """
    {"number": "%1$s", "title": {"zh": "%1$s", "en": "%1$s"},
     "who": {"classes": ["VETERAN"], "origin": {"scope": "NATIONWIDE"}},
     "where": {"tags": ["%2$s"]}, "bundle": true, "parts": [%3$s], "limits": [%4$s],
     "synthetic": true}
    """
        .formatted(number, catalogue, String.join(",", parts), String.join(",", limits));
  }

  static String limit(String subject, String period, String unit, long max) {
    return """
    {"subject": "%s", "period": "%s", "unit": "%s", "max": %d}\
    """
        .formatted(subject, period, unit, max);
  }

  /** A till at a new shop where the catalogue's items apply. */
  StoryTerminal till() {
    return CITY.office.terminal(shop(), "till", "COUNTER");
  }

  /** Several at one new shop. */
  List<StoryTerminal> tills(int count) {
    String shop = shop();
    List<StoryTerminal> tills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tills.add(CITY.office.terminal(shop, "till " + i, "COUNTER"));
    }
    return tills;
  }

  /** The same as the services know it, for tests that do without HTTP. */
  Caller caller() {
    String venueId = shop();
    StoryHttp.Reply added =
        CITY.http
            .post(
                "/v1/venues/" + venueId + "/terminals",
                CITY.officer(Role.ADMIN, CITY.city),
                Map.of("label", "till", "kind", "COUNTER"))
            .expect(201);
    StoryTerminal.pair(CITY.http, added.text("pairingCode"), Scene.CLOCK);
    return new Caller(added.text("terminalId"), Role.TERMINAL, CITY.city, venueId, "race");
  }

  private String shop() {
    return CITY.office.venue(
        Map.of(
            "name",
            "SHOP " + UUID.randomUUID(),
            "kind",
            "SHOP",
            "region",
            CITY.city.toString(),
            "tags",
            List.of(catalogue)));
  }

  /** The phone of a veteran who was never here. */
  StoryPhone newcomer() {
    return CITY.veteran();
  }

  /** A veteran who was never here. */
  String newHolder() {
    return CITY.register("VETERAN");
  }

  /** The id of an item of this scene. */
  String itemId(String number) {
    return catalogue + "/" + number;
  }

  /** What a holder asks to reserve, and where. */
  StoryHttp.Reply reserve(String holderId, String key, String number, String venueId) {
    return CITY.http.post(
        "/v1/reservations",
        CITY.holder(holderId),
        Map.of("itemId", itemId(number), "venueId", venueId),
        "Idempotency-Key",
        key);
  }

  /** The same by a till for what it has verified. */
  StoryHttp.Reply reserveVerified(StoryTerminal till, String venueId, String id, String number) {
    return CITY.http.post(
        "/v1/reservations",
        CITY.terminal(till.id(), venueId),
        Map.of("itemId", itemId(number), "verificationId", id),
        "Idempotency-Key",
        Scene.key());
  }

  StoryHttp.Reply reservation(String holderId, String id) {
    return CITY.http.get("/v1/reservations/" + id, CITY.holder(holderId));
  }

  StoryHttp.Reply reservations(String holderId) {
    return CITY.http.get("/v1/reservations", CITY.holder(holderId));
  }

  StoryHttp.Reply release(String holderId, String id) {
    return CITY.http.delete("/v1/reservations/" + id, CITY.holder(holderId));
  }

  /** What the counters of an item say altogether, as the database has it. */
  long used(String number) {
    return Sql.number("SELECT SUM(used) FROM limit_counter WHERE scope = ?", itemId(number));
  }

  /** Lets the minutes of all that is held of an item be over; returns how many that were. */
  int expire(String number) {
    return Sql.update(
        "UPDATE reservation SET expires_at = made_at WHERE item_id = ? AND state = 'HELD'",
        itemId(number));
  }

  /** A new shop where the catalogue's items apply. */
  String newShop() {
    return shop();
  }

  StoryTerminal tillAt(String venueId) {
    return CITY.office.terminal(venueId, "till " + UUID.randomUUID(), "COUNTER");
  }

  /** A further phone of that holder. */
  StoryPhone phone(String holderId) {
    return CITY.phone(holderId);
  }

  /** The text in the code of a new static card of that holder. */
  String card(String holderId) {
    return CITY.http
        .post(
            "/v1/holders/" + holderId + "/cards",
            CITY.officer(Role.CLERK, CITY.city),
            "application/json",
            new byte[0])
        .expect(201)
        .text("code");
  }

  static StoryHttp.Reply redeem(StoryTerminal till, StoryPhone phone, long goodsFen) {
    return till.redeem(Scene.key(), phone.show(), Map.of("GOODS", goodsFen));
  }
}
