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
