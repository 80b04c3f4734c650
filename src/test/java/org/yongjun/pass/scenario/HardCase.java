package org.yongjun.pass.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.yongjun.pass.scenario.PersonScene.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.benefit.BundledCatalogues;
import org.yongjun.pass.programmes.BundledItem;
import org.yongjun.pass.programmes.Counter;

/**
 * A city of a test's own that has published the bundled list of another place as its own, word for
 * word but for the region: so its figures and counts are no other test's. Prices and what no report
 * states are made up.
 */
final class HardCase {
  final Scene scene = Scene.openWithoutList();
  final String clerk = scene.officer(Role.CLERK, scene.city);

  /** The published list's code. */
  final String code;

  private final String catalogue;
  private final String region;

  HardCase(String catalogue) {
    this(catalogue, UnaryOperator.identity());
  }

  /**
   * @param catalogue for example {@code zhangye-2023}
   * @param edit what this office wrote otherwise
   */
  HardCase(String catalogue, UnaryOperator<String> edit) {
    this.catalogue = catalogue;
    this.code = catalogue + "-" + scene.city;
    String yaml =
        BundledCatalogues.listAll().stream()
            .filter(each -> each.fileName().equals(catalogue + ".yaml"))
            .map(each -> new String(each.yaml(), UTF_8))
            .findFirst()
            .orElseThrow();
    this.region = yaml.replaceFirst("(?s).*?\nregion: \"([0-9]{6})\".*", "$1");
    String own = here(yaml).replaceFirst("code: \\S+", "code: " + code);
    scene
        .http
        .post(
            "/v1/catalogues",
            scene.officer(Role.ADMIN, scene.city),
            "application/yaml",
            edit.apply(own).getBytes(UTF_8))
        .expect(201);
  }

  private String here(String text) {
    return text.replace(region, scene.city.toString());
  }

  String venue(String kind, Map<String, ?> facts, Map<String, Long> prices) {
    Map<String, Object> venue = new HashMap<>(facts);
    venue.put("kind", kind);
    venue.put("name", kind + " " + UUID.randomUUID());
    venue.put("region", scene.city.toString());
    List<Map<String, Object>> tariff = new ArrayList<>();
    prices.forEach((label, fen) -> tariff.add(Map.of("label", label, "listFen", fen)));
    venue.put("tariff", tariff);
    return scene.office.venue(venue);
  }

  /** A counter of a new venue. */
  Counter counter(String kind, Map<String, ?> facts, Map<String, Long> prices) {
    return counterOf(venue(kind, facts, prices));
  }

  /** A further counter of that venue. */
  Counter counterOf(String venueId) {
    return new Counter(venueId, till(venueId));
  }

  StoryTerminal till(String venueId) {
    return scene.office.terminal(venueId, "counter", "COUNTER");
  }

  /**
   * What the holder of the phone gets for these parts at the venue's prices: {@code
   * list/reference/payable/value item}, in fen, or the reason why nothing.
   */
  String use(Counter counter, StoryPhone phone, String... labels) {
    return read(counter.use(phone, labels));
  }

  /** The same of an answer to a redemption. */
  String read(StoryHttp.Reply reply) {
    return read(Counter.read(reply));
  }

  private String read(String outcome) {
    return outcome.replace("-" + scene.city, "");
  }

  /** What a venue agreed to give where the list has no figure. */
  void offer(Counter venue, String label, String rule, String number) {
    String fulfils = code + "/" + number;
    scene.publish(
        """
        {"code": "terms-%1$s", "region": "%2$s", "title": {"zh": "商户条款", "en": "A venue's terms"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01",
         "offer": {"venueId": "%3$s", "agreement": "synthetic", "agreedUntil": "2099-12-31"},
         "items": [
          {"number": "1", "title": {"zh": "条款", "en": "Terms"}, "who": %4$s,
           "parts": [{"label": "%5$s", "rule": %6$s}], "fulfils": "%7$s", "synthetic": true}]}
        """
            .formatted(
                UUID.randomUUID().toString().substring(0, 8),
                scene.city,
                venue.venueId(),
                here(BundledItem.find(catalogue + "/" + number).whoAsJson()),
                label,
                rule,
                fulfils));
  }

  /** The code of a list that the catalogue names. */
  String list(String name) {
    String list = scene.city + "-" + name;
    scene
        .http
        .post(
            "/v1/member-lists",
            clerk,
            Map.of("listCode", list, "region", scene.city.toString(), "title", "名单"))
        .expect(201);
    return list;
  }

  /** Puts a holder on the list from today on; returns the line's id. */
  String enlist(String list, String holderId) {
    return scene
        .http
        .post(
            "/v1/member-lists/" + list + "/members",
            clerk,
            Map.of(
                "holderId", holderId,
                "validFrom", today().toString(),
                "validUntil", today().plusDays(30).toString()))
        .expect(201)
        .text("membershipId");
  }

  void event(String holderId, String kind, String... more) {
    Map<String, String> body = new HashMap<>();
    body.put("kind", kind);
    body.put("effectiveOn", today().toString());
    body.put("document", "测退役字〔2026〕9号");
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    scene.http.post("/v1/holders/" + holderId + "/events", clerk, body).expect(201);
  }
}
