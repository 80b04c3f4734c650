package org.yongjun.pass.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.holder.IdNumbers;
import org.yongjun.pass.kernel.BusinessTime;

/** A city with a catalogue and venues whose tariffs a test states. Every amount is made up. */
final class TariffScene {
  static final LocalDate TODAY = BusinessTime.dayOf(Scene.CLOCK.instant());

  final Scene scene = Scene.open();
  private final String catalogue = "tariff-" + UUID.randomUUID().toString().substring(0, 8);
  private int people = 500;

  /** Publishes these items, each of {@link #item}. */
  void publish(String... items) {
    scene.publish(
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "价目清单", "en": "Tariffs"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [%3$s]}
        """
            .formatted(catalogue, scene.city, String.join(",", items)));
  }

  /**
   * An item of this scene's venues.
   *
   * @param who more of “who”, beginning with a comma, or nothing
   * @param more more of the item, beginning with a comma, or nothing
   */
  String item(String number, String classes, String who, String label, String rule, String more) {
    return """
    {"number": "%1$s", "title": {"zh": "%1$s", "en": "%1$s"},
     "who": {"classes": [%2$s], "origin": {"scope": "NATIONWIDE"}%3$s},
     "where": {"tags": ["%4$s"]}, "parts": [{"label": "%5$s", "rule": %6$s}], "synthetic": true%7$s}
    """
        .formatted(number, quoted(classes), who, catalogue, label, rule, more);
  }

  String free(String number, String label) {
    return item(number, "VETERAN", "", label, "{\"kind\": \"FREE\"}", "");
  }

  private static String quoted(String classes) {
    return "\"" + classes.replace(",", "\",\"") + "\"";
  }

  /** A venue with this tariff. */
  String venue(String kind, Map<String, ?> tariff) {
    return scene.office.venue(
        Map.of(
            "name",
            kind + " " + UUID.randomUUID(),
            "kind",
            kind,
            "region",
            scene.city.toString(),
            "tags",
            List.of(catalogue),
            "tariff",
            List.of(tariff)));
  }

  StoryTerminal counter(String venueId) {
    return scene.office.terminal(venueId, "counter", "COUNTER");
  }

  /** The phone of a veteran born so many years before today, and that many days earlier. */
  StoryPhone veteranOfAge(int years, int days) {
    people++;
    LocalDate born = TODAY.minusYears(years).minusDays(days);
    String birth = born.format(DateTimeFormatter.BASIC_ISO_DATE);
    Scene.Person person =
        new Scene.Person(
            IdNumbers.of(scene.city.toString(), birth, people), "198%08d".formatted(people));
    return scene.phone(scene.register(person, "VETERAN", scene.city));
  }

  String officer(Role role) {
    return scene.officer(role, scene.city);
  }

  /** What stands in the answer about a redemption or a quote of one part. */
  record Sum(long listFen, long referenceFen, long payableFen, long valueFen) {
    static Sum ofRedemption(StoryHttp.Reply reply) {
      return of(reply.expect(201), "parts/0/");
    }

    static Sum ofQuote(StoryHttp.Reply reply) {
      return of(reply, "quote/parts/0/");
    }

    private static Sum of(StoryHttp.Reply reply, String at) {
      return new Sum(
          reply.number(at + "listFen"),
          reply.number(at + "referenceFen"),
          reply.number(at + "payableFen"),
          reply.number(at + "benefitValueFen"));
    }
  }
}
