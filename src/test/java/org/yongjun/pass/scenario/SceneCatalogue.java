package org.yongjun.pass.scenario;

import org.yongjun.pass.kernel.RegionCode;

/** What a city of the scenarios offers; every figure in it is made up. */
final class SceneCatalogue {
  private static final String NATIONWIDE = "{\"scope\": \"NATIONWIDE\"}";
  private static final String FREE = "{\"kind\": \"FREE\"}";
  private static final String NEVER_YET =
      "{\"windows\": [{\"from\": \"2099-01-01\", \"to\": \"2099-01-02\"}]}";
  private static final String ALWAYS = "{}";

  private SceneCatalogue() {}

  /**
   * Veterans and dependents pay 90 % at pharmacies, enter sites free and ride the cable car at half
   * price; cinemas are for locals; restaurants begin in 2099.
   */
  static String of(RegionCode city) {
    return document(city, NEVER_YET);
  }

  /** The next version: restaurants give 20 % at any time. */
  static String withDinner(RegionCode city) {
    return document(city, ALWAYS);
  }

  private static String document(RegionCode city, String dinnerTime) {
    String local = "{\"scope\": \"LOCAL\", \"region\": \"%s\"}".formatted(city);
    return """
    {"code": "scene-%1$s", "region": "%1$s", "title": {"zh": "场景清单", "en": "Scene"},
     "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [%2$s]}
    """
        .formatted(
            city,
            String.join(
                ",",
                item("goods", "PHARMACY", NATIONWIDE, ALWAYS, "GOODS", percent(90)),
                item("site", "SCENIC_SPOT", NATIONWIDE, ALWAYS, "ADMISSION", FREE),
                item("cable", "SCENIC_SPOT", NATIONWIDE, ALWAYS, "CABLE_CAR", percent(50)),
                item("film", "CINEMA", local, ALWAYS, "TICKET", percent(50)),
                item("dinner", "RESTAURANT", NATIONWIDE, dinnerTime, "MEAL", percent(80))));
  }

  private static String percent(int payable) {
    return "{\"kind\": \"PERCENT_PAYABLE\", \"percent\": %d}".formatted(payable);
  }

  private static String item(
      String number, String kind, String origin, String when, String label, String rule) {
    return """
    {"number": "%1$s", "title": {"zh": "%1$s", "en": "%1$s"},
     "who": {"classes": ["VETERAN", "MILITARY_DEPENDENT"], "origin": %3$s},
     "where": {"kinds": ["%2$s"]}, "when": %4$s,
     "parts": [{"label": "%5$s", "rule": %6$s}], "synthetic": true}
    """
        .formatted(number, kind, origin, when, label, rule);
  }
}
