package org.yongjun.pass.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.app.StoryOffice;
import org.yongjun.pass.app.StoryPhone;
import org.yongjun.pass.app.StoryTerminal;
import org.yongjun.pass.contract.CheckedHttp;
import org.yongjun.pass.kernel.RegionCode;

/**
 * A catalogue of limited items with shops of its own, for veterans of the demo from anywhere: the
 * items count apart from those of every other scene. Every amount is made up.
 */
final class LimitScene {
  /** Veterans, by their lines in the demo's file. */
  static final int WANG = 1;

  static final int ZHAO = 7;
  static final int ZHOU = 8;
  static final int WU = 9;

  private static final String CITY = "220200";
  private static final Clock CLOCK = Clock.systemUTC();

  final String catalogue = "limits-" + UUID.randomUUID().toString().substring(0, 8);
  private final StoryHttp http = new StoryHttp(PassServer.url(), CheckedHttp::send);
  private final String admin = token("limit-office", Role.ADMIN);
  private final StoryOffice office = new StoryOffice(http, admin, CLOCK);
  private final Map<Integer, String> holders = office.importHolders(demoHolders());

  /**
   * Publishes the next version with these items.
   *
   * @param items of {@link #item}
   */
  void publish(String... items) {
    String document =
        """
        {"code": "%1$s", "region": "%2$s", "title": {"zh": "限次清单", "en": "Limits"},
         "source": {"title": "synthetic"}, "effectiveFrom": "2020-01-01", "items": [%3$s]}
        """
            .formatted(catalogue, CITY, String.join(",", items));
    http.post(
            "/v1/catalogues", admin, "application/json", document.getBytes(StandardCharsets.UTF_8))
        .expect(201);
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

  static String limit(String subject, String period, String unit, long max) {
    return """
    {"subject": "%s", "period": "%s", "unit": "%s", "max": %d}\
    """
        .formatted(subject, period, unit, max);
  }

  /** A new shop where the catalogue's items apply. */
  String shop() {
    return office.venue(
        Map.of(
            "name",
            "SHOP " + UUID.randomUUID(),
            "kind",
            "SHOP",
            "region",
            CITY,
            "tags",
            List.of(catalogue)));
  }

  StoryTerminal till(String venueId) {
    return office.terminal(venueId, "till", "COUNTER");
  }

  /** A till at a new shop. */
  StoryTerminal till() {
    return till(shop());
  }

  /** A till as the services know it, for tests that do without HTTP. */
  Caller tillOf(String venueId) {
    StoryHttp.Reply added =
        http.post(
                "/v1/venues/" + venueId + "/terminals",
                admin,
                Map.of("label", "till", "kind", "COUNTER"))
            .expect(201);
    StoryTerminal.pair(http, added.text("pairingCode"), CLOCK);
    return new Caller(
        added.text("terminalId"), Role.TERMINAL, RegionCode.of(CITY), venueId, "race");
  }

  /** A further phone of one of the demo's holders. */
  StoryPhone phone(int holder) {
    String id = Objects.requireNonNull(holders.get(holder), "demo holder " + holder);
    return StoryPhone.bind(http, token(id, Role.HOLDER), CLOCK);
  }

  static StoryHttp.Reply redeem(StoryTerminal till, StoryPhone phone, long goodsFen) {
    return till.redeem(key(), phone.show(), Map.of("GOODS", goodsFen));
  }

  static String key() {
    return UUID.randomUUID().toString();
  }

  private static String token(String id, Role role) {
    return PassServer.context()
        .getBean(AccessTokens.class)
        .mint(id, role, RegionCode.NATION, null, Duration.ofMinutes(30));
  }

  /** Does all at the same moment, each on a thread of its own; the results in that order. */
  static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      for (Future<T> each : running) {
        results.add(each.get());
      }
    }
    return results;
  }

  private static byte[] demoHolders() {
    try (InputStream in = LimitScene.class.getResourceAsStream("/demo/holders.csv")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
