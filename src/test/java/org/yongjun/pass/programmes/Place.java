package org.yongjun.pass.programmes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.benefit.BundledCatalogues;
import org.yongjun.pass.benefit.BundledCatalogues.BundledCatalogue;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.kernel.RegionCode;

/** A place whose bundled catalogue its own office has published over HTTP. */
final class Place {
  private static final Map<String, Place> OPEN = new ConcurrentHashMap<>();
  private static final Map<String, StoryHttp.Reply> LISTS = new ConcurrentHashMap<>();

  private final RegionCode region;
  private final String token;
  private final StoryOffice office;
  private final StoryHttp.Reply published;

  private Place(String code) {
    BundledCatalogue file =
        BundledCatalogues.listAll().stream()
            .filter(each -> each.fileName().equals(code + ".yaml"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no catalogue " + code));
    this.region = RegionCode.of(BundledItem.yaml(file.yaml()).get("region").toString());
    this.token = Holders.officer(Role.ADMIN, region);
    this.office = new StoryOffice(Holders.HTTP, token, Holders.CLOCK);
    this.published =
        Holders.HTTP
            .post("/v1/catalogues", token, "application/yaml", file.yaml())
            .expect(200, 201);
  }

  /** The place of that bundled catalogue, for example {@code anyang-2023}. */
  static Place of(String catalogue) {
    return OPEN.computeIfAbsent(catalogue, Place::new);
  }

  RegionCode region() {
    return region;
  }

  /** Of the office that published the catalogue. */
  String token() {
    return token;
  }

  StoryOffice office() {
    return office;
  }

  /** The answer to the publication. */
  StoryHttp.Reply published() {
    return published;
  }

  /** A venue of that kind in this place, still to be described. */
  NewVenue venue(String kind) {
    return new NewVenue(kind);
  }

  /**
   * What a venue agreed to give where the catalogue has no figure, to whom the item is for; made
   * up, and for that venue alone.
   *
   * @param rule for example {@code {"kind": "PERCENT_PAYABLE", "percent": 90}}
   * @param fulfils the item whose figure this is
   */
  void offer(Counter venue, String label, String rule, String fulfils) {
    publishTerms(venue, "", label, rule, fulfils);
  }

  /** The same, and a survivor may claim it for a holder who has died. */
  void offerToSurvivors(Counter venue, String label, String rule, String fulfils) {
    publishTerms(venue, "\"survivorMayClaim\": true,", label, rule, fulfils);
  }

  /** The same, inside these days alone. */
  void offerIn(String from, String to, Counter venue, String label, String rule, String fulfils) {
    String when =
        "\"when\": {\"windows\": [{\"from\": \"%s\", \"to\": \"%s\"}]},".formatted(from, to);
    publishTerms(venue, when, label, rule, fulfils);
  }

  private void publishTerms(Counter venue, String more, String label, String rule, String fulfils) {
    String document =
        """
        {"code": "terms-%1$s", "region": "%2$s", "title": {"zh": "商户条款", "en": "A venue's terms"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01",
         "offer": {"venueId": "%4$s", "agreement": "synthetic", "agreedUntil": "2099-12-31"},
         "items": [
          {"number": "1", "title": {"zh": "条款", "en": "Terms"},
           "who": %3$s, %8$s
           "parts": [{"label": "%5$s", "rule": %6$s}],
           "fulfils": "%7$s", "synthetic": true}]}
        """
            .formatted(
                UUID.randomUUID().toString().substring(0, 8),
                region,
                BundledItem.find(fulfils).whoAsJson(),
                venue.venueId(),
                label,
                rule,
                fulfils,
                more);
    Holders.HTTP
        .post("/v1/catalogues", token, "application/json", document.getBytes(UTF_8))
        .expect(201);
  }

  /** Puts holders on a list of this office from today on, by their ID numbers. */
  void enlist(String list, String... holderIds) {
    LISTS.computeIfAbsent(
        list,
        code ->
            Holders.HTTP
                .post(
                    "/v1/member-lists",
                    token,
                    Map.of("listCode", code, "region", region.toString(), "title", "名单"))
                .expect(201));
    LocalDate today = BusinessTime.dayOf(Holders.CLOCK.instant());
    StringBuilder csv = new StringBuilder("身份证号,生效日期,截止日期\n");
    for (String each : holderIds) {
      csv.append("%s,%s,%s%n".formatted(Holders.idNumber(each), today, today.plusDays(30)));
    }
    StoryHttp.Reply report =
        Holders.HTTP.post(
            "/v1/member-lists/" + list + "/imports",
            token,
            "text/csv",
            csv.toString().getBytes(UTF_8));
    for (Map<String, Object> each : report.expect(200).list("outcomes")) {
      if (!"CREATED".equals(each.get("outcome"))) {
        throw new AssertionError("not on the list: " + each);
      }
    }
  }

  /** A household of these holders of this region; its id. */
  String household(String... holderIds) {
    String id =
        Holders.HTTP
            .post("/v1/households", token, Map.of("region", region.toString()))
            .expect(201)
            .text("householdId");
    LocalDate today = BusinessTime.dayOf(Holders.CLOCK.instant());
    for (String each : holderIds) {
      Holders.HTTP
          .post(
              "/v1/households/" + id + "/members",
              token,
              Map.of(
                  "holderId", each,
                  "validFrom", today.toString(),
                  "validUntil", today.plusDays(30).toString()))
          .expect(201);
    }
    return id;
  }

  /** A venue before it is registered. */
  final class NewVenue {
    private final Map<String, Object> facts = new HashMap<>();
    private final List<Map<String, Object>> tariff = new ArrayList<>();

    private NewVenue(String kind) {
      facts.put("kind", kind);
      facts.put("name", kind + " " + UUID.randomUUID());
      facts.put("region", region.toString());
    }

    NewVenue in(String district) {
      facts.put("region", district);
      return this;
    }

    NewVenue aLevel(int level) {
      facts.put("aLevel", level);
      return this;
    }

    NewVenue owned(String ownership) {
      facts.put("ownership", ownership);
      return this;
    }

    NewVenue tagged(String... tags) {
      facts.put("tags", List.of(tags));
      return this;
    }

    /** A made-up price. */
    NewVenue charging(String label, long listFen) {
      tariff.add(Map.of("label", label, "listFen", listFen, "synthetic", true));
      return this;
    }

    /** A made-up price of which everyone pays less. */
    NewVenue charging(String label, long listFen, long referenceFen, String reason) {
      tariff.add(
          Map.of(
              "label", label,
              "listFen", listFen,
              "referenceFen", referenceFen,
              "referenceReason", reason,
              "synthetic", true));
      return this;
    }

    /** Registers the venue and a counter of its own, which may state these channels alone. */
    Counter open(String... channels) {
      facts.put("tariff", tariff);
      String venueId = Holders.HTTP.post("/v1/venues", token, facts).expect(201).text("venueId");
      return new Counter(
          venueId, office.terminal(venueId, "counter", "COUNTER", List.of(channels)));
    }
  }
}
