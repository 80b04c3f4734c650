package org.yongjun.pass.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.benefit.CatalogueDocuments.Format;
import org.yongjun.pass.benefit.adapter.SchemaDocuments;
import org.yongjun.pass.journal.JournalEntry;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Regions;
import org.yongjun.pass.platform.Transactions;

class CataloguesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final VenueFacts SHOP =
      new VenueFacts("V1", "SHOP", RegionCode.of("130402"), 0, "", Set.of(), true);

  private final MemoryCatalogueStore store = new MemoryCatalogueStore();
  private final List<JournalEntry> journal = new ArrayList<>();
  private final Catalogues catalogues =
      new Catalogues(
          store,
          new SchemaDocuments(),
          Regions.standard(),
          (venueIds, day) -> Set.of(),
          journal::add,
          new SameThread(),
          () -> "id" + journal.size(),
          Clock.fixed(NOW, ZoneOffset.UTC),
          true);

  /** Work without a database needs no transaction. */
  private static final class SameThread implements Transactions {
    @Override
    public <T> T write(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return work.get();
    }
  }

  private static Caller clerk(String region) {
    return new Caller("officer", Role.CLERK, RegionCode.of(region), null, "r1");
  }

  private Outcome<Catalogues.Publication> publish(Caller caller, String yaml) {
    return catalogues.publish(caller, yaml.getBytes(StandardCharsets.UTF_8), Format.YAML);
  }

  private Catalogues.Publication publish(String yaml) {
    return switch (publish(clerk("130400"), yaml)) {
      case Outcome.Done<Catalogues.Publication>(Catalogues.Publication done) -> done;
      case Outcome.Refused<Catalogues.Publication>(Problem problem) ->
          throw new AssertionError(problem.toString());
    };
  }

  private static String percent(int veteran) {
    return CatalogueDocumentsTest.VALID.replace("VETERAN: 90", "VETERAN: " + veteran);
  }

  @Test
  void theSameContentIsTheSameVersionAndAChangedOneIsTheNext() {
    Catalogues.Publication first = publish(percent(90));
    assertTrue(first.isNew());
    Catalogues.Publication again = publish("# laid out otherwise\n" + percent(90));
    assertFalse(again.isNew());
    assertEquals(first.published(), again.published());
    Catalogues.Publication changed = publish(percent(85));
    assertTrue(changed.isNew());
    assertEquals(2, changed.published().catalogue().version());
    assertEquals(1, publish(percent(90)).published().catalogue().version());
    assertEquals(
        List.of("sample-1/1", "sample-1/2"),
        journal.stream().map(JournalEntry::subjectId).toList());
    assertEquals(JournalKind.CATALOGUE_PUBLISHED, journal.get(0).kind());
  }

  @Test
  void anOfficePublishesOnlyForItsOwnRegion() {
    for (Caller caller :
        List.of(
            clerk("130600"),
            clerk("130402"),
            new Caller("t", Role.TERMINAL, RegionCode.of("130400"), "V1", "r"))) {
      Problem problem =
          assertInstanceOf(Outcome.Refused.class, publish(caller, percent(90))).problem();
      assertEquals(ProblemCode.OUT_OF_REGION, problem.code());
    }
    assertTrue(journal.isEmpty());
    assertInstanceOf(Outcome.Done.class, publish(clerk("130000"), percent(90)));
  }

  @Test
  void aCatalogueKeepsItsRegion() {
    publish(percent(90));
    String moved = percent(90).replace("region: \"130400\"\ntitle", "region: \"130000\"\ntitle");
    Problem problem =
        assertInstanceOf(Outcome.Refused.class, publish(clerk("130000"), moved)).problem();
    assertEquals("/region", problem.errors().get(0).pointer());
  }

  @Test
  void theNewestVersionThatHasBegunIsInForce() {
    publish(percent(90));
    publish(percent(70).replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-12-01"));
    assertEquals(1, version(NOW));
    assertEquals(1, version(Instant.parse("2026-11-30T15:59:59Z")));
    assertEquals(2, version(Instant.parse("2026-11-30T16:00:00Z")));
    Instant afterTheLastDay = Instant.parse("2027-12-31T16:00:00Z");
    assertTrue(catalogues.listItemsInForce(SHOP, afterTheLastDay).isEmpty());
  }

  private int version(Instant at) {
    List<Item> items = catalogues.listItemsInForce(SHOP, at);
    assertEquals(1, items.size());
    return items.get(0).version();
  }

  @Test
  void itemsApplyInsideTheRegionOfTheirCatalogueOnly() {
    publish(percent(90));
    VenueFacts elsewhere =
        new VenueFacts("V2", "SHOP", RegionCode.of("130602"), 0, "", Set.of(), true);
    assertTrue(catalogues.listItemsInForce(elsewhere, NOW).isEmpty());
    assertEquals(1, catalogues.listItemsInForce(SHOP, NOW).size());
  }

  @Test
  void itemsAreHeldInMemoryUntilAVersionIsPublished() {
    publish(percent(90));
    version(NOW);
    int documents = store.documentReads;
    int headers = store.headerReads;
    for (int i = 0; i < 100; i++) {
      version(NOW);
    }
    assertEquals(documents, store.documentReads);
    assertEquals(headers, store.headerReads);
    publish(percent(85));
    assertEquals(2, version(NOW));
  }

  @Test
  void anItemIsFoundInEveryVersion() {
    publish(percent(90));
    publish(percent(85));
    version(NOW);
    assertEquals(1, catalogues.findItem("sample-1/1", 1).orElseThrow().version());
    assertEquals(2, catalogues.findItem("sample-1/1", 2).orElseThrow().version());
    assertTrue(catalogues.findItem("sample-1/1", 3).isEmpty());
    assertTrue(catalogues.findItem("sample-1/2", 1).isEmpty());
    assertTrue(catalogues.findItem("nothing", 1).isEmpty());
  }
}
