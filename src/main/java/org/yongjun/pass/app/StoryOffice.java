package org.yongjun.pass.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.benefit.BundledCatalogues;
import org.yongjun.pass.kernel.BusinessTime;

/** An office: registers holders and venues, publishes catalogues, reads figures. */
public final class StoryOffice {
  private static final int TRIES_UNTIL_COUNTED = 100;
  private static final int WAIT_MILLIS = 100;

  private final StoryHttp http;
  private final String token;
  private final Clock clock;

  public StoryOffice(StoryHttp http, String token, Clock clock) {
    this.http = http;
    this.token = token;
    this.clock = clock;
  }

  /** The ids of the holders in the order of the file's lines; importing again changes nothing. */
  public Map<Integer, String> importHolders(byte[] csv) {
    StoryHttp.Reply report =
        http.post("/v1/holders/imports", token, "text/csv; charset=UTF-8", csv).expect(200);
    Map<Integer, String> ids = new HashMap<>();
    for (Map<String, Object> row : report.list("outcomes")) {
      ids.put(((Number) row.get("row")).intValue(), String.valueOf(row.get("holderId")));
    }
    return ids;
  }

  /** Publishes every shipped catalogue; the same document again is the same version. */
  public int publishCatalogues() {
    List<BundledCatalogues.BundledCatalogue> all = BundledCatalogues.listAll();
    for (BundledCatalogues.BundledCatalogue each : all) {
      http.post("/v1/catalogues", token, "application/yaml", each.yaml()).expect(200, 201);
    }
    return all.size();
  }

  /** A venue with prices that no report states. */
  static Map<String, Object> demoVenue(
      String name, String kind, String region, Map<String, ?> more, Map<String, Long> tariff) {
    Map<String, Object> venue = new HashMap<>(more);
    venue.put("name", name);
    venue.put("kind", kind);
    venue.put("region", region);
    venue.put(
        "tariff",
        tariff.entrySet().stream()
            .map(
                line ->
                    Map.of("label", line.getKey(), "listFen", line.getValue(), "synthetic", true))
            .toList());
    return venue;
  }

  /** The venue of that name in that region, registered if there is none yet. */
  public String venue(Map<String, Object> wanted) {
    Optional<String> known =
        http
            .get("/v1/venues?pageSize=200&region=" + wanted.get("region"), token)
            .expect(200)
            .list("venues")
            .stream()
            .filter(venue -> wanted.get("name").equals(venue.get("name")))
            .map(venue -> String.valueOf(venue.get("venueId")))
            .findFirst();
    return known.orElseGet(
        () -> http.post("/v1/venues", token, wanted).expect(201).text("venueId"));
  }

  public StoryTerminal terminal(String venueId, String label, String kind) {
    return terminal(venueId, label, kind, List.of());
  }

  /** One that may state these channels alone; any if there are none. */
  public StoryTerminal terminal(String venueId, String label, String kind, List<String> channels) {
    String pairingCode =
        http.post(
                "/v1/venues/" + venueId + "/terminals",
                token,
                Map.of("label", label, "kind", kind, "channels", channels))
            .expect(201)
            .text("pairingCode");
    return StoryTerminal.pair(http, pairingCode, clock);
  }

  /** The figure of a region for today, once everything booked so far is in it. */
  public StoryHttp.Reply figure(String region, String groupBy) {
    String path = "/v1/figures?" + period(region) + groupBy;
    for (int i = 0; i < TRIES_UNTIL_COUNTED; i++) {
      StoryHttp.Reply figure = http.get(path, token).expect(200);
      if (figure.number("pendingEntries") == 0) {
        return figure;
      }
      pause();
    }
    throw new IllegalStateException("the roll-ups did not catch up");
  }

  public StoryHttp.Reply conservation(String region) {
    return http.get("/v1/figures/conservation?" + period(region), token).expect(200);
  }

  private String period(String region) {
    LocalDate today = BusinessTime.dayOf(clock.instant());
    return "region=" + region + "&from=" + today + "&to=" + today;
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
