package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;

/** The catalogues on the real database. */
class CataloguesInDatabaseTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Caller CLERK =
      new Caller("officer", Role.CLERK, RegionCode.of("130400"), null, "r1");
  private static final int PUBLISHERS = 8;

  private final Catalogues catalogues = PassServer.context().getBean(Catalogues.class);
  private final CatalogueStore store = PassServer.context().getBean(CatalogueStore.class);

  private static String document(String code, int percent) {
    return CatalogueDocumentsTest.VALID
        .replace("code: sample-1", "code: " + code)
        .replace("VETERAN: 90", "VETERAN: " + percent);
  }

  private Catalogues.Publication publish(String yaml) {
    return switch (catalogues.publish(CLERK, yaml.getBytes(StandardCharsets.UTF_8), Format.YAML)) {
      case Outcome.Done<Catalogues.Publication>(Catalogues.Publication done) -> done;
      case Outcome.Refused<Catalogues.Publication>(Problem problem) ->
          throw new AssertionError(problem.toString());
    };
  }

  @Test
  void aVersionIsReadAsItWasPublished() {
    PublishedCatalogue first = publish(document("db-read", 90)).published();
    PublishedCatalogue second = publish(document("db-read", 85)).published();
    CatalogueStore.Header header = store.find("db-read", 2).orElseThrow().header();
    assertEquals(LocalDate.of(2026, 1, 1), header.effectiveFrom());
    assertEquals(LocalDate.of(2027, 12, 31), header.effectiveTo());
    assertEquals(Outcome.done(first), catalogues.find("db-read", 1));
    assertEquals(Outcome.done(second), catalogues.findLatest("db-read"));
    assertInstanceOf(Outcome.Refused.class, catalogues.find("db-read", 3));
    assertInstanceOf(Outcome.Refused.class, catalogues.findLatest("db-none"));
    assertEquals(2, second.catalogue().version());
    List<CatalogueStore.Header> listed = catalogues.list(RegionCode.of("130000"), "db-rea", 1);
    assertEquals("db-read", listed.get(0).code());
    assertEquals(2, listed.get(0).version());
    assertTrue(
        catalogues.list(RegionCode.of("130600"), "db-rea", 1).stream()
            .noneMatch(each -> each.code().equals("db-read")));
    VenueFacts shop = new VenueFacts("V1", "SHOP", RegionCode.of("130402"), 0, "", Set.of(), true);
    assertTrue(
        catalogues.listItemsInForce(shop, NOW).stream()
            .anyMatch(item -> item.id().equals("db-read/1") && item.version() == 2));
  }

  @Test
  void ofPublishersAtTheSameMomentEachContentBecomesOneVersion() throws Exception {
    Set<Integer> versions = new TreeSet<>();
    int made = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Catalogues.Publication>> running = new ArrayList<>();
      for (int i = 0; i < PUBLISHERS; i++) {
        int percent = 50 + i / 2;
        running.add(threads.submit(() -> publish(document("db-race", percent))));
      }
      for (Future<Catalogues.Publication> each : running) {
        versions.add(each.get().published().catalogue().version());
        made += each.get().isNew() ? 1 : 0;
      }
    }
    assertEquals(Set.of(1, 2, 3, 4), versions);
    assertEquals(PUBLISHERS / 2, made);
  }
}
