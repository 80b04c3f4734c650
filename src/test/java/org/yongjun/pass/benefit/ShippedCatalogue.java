package org.yongjun.pass.benefit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yongjun.pass.benefit.adapter.SchemaDocuments;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.offline.rule.BillPart;
import org.yongjun.pass.offline.rule.Evaluation;
import org.yongjun.pass.offline.rule.Evaluator;
import org.yongjun.pass.offline.rule.HolderFacts;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Situation;
import org.yongjun.pass.offline.rule.Usage;
import org.yongjun.pass.offline.rule.VenueFacts;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Regions;

/** One catalogue as it is shipped, evaluated for holders and venues written in a few words. */
final class ShippedCatalogue {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  private final List<Item> items;
  private final String channel;

  private ShippedCatalogue(List<Item> items, String channel) {
    this.items = items;
    this.channel = channel;
  }

  /** The same, where bills are paid through that channel. */
  ShippedCatalogue through(String other) {
    return new ShippedCatalogue(items, other);
  }

  static ShippedCatalogue of(String fileName) {
    byte[] yaml =
        BundledCatalogues.listAll().stream()
            .filter(file -> file.fileName().equals(fileName))
            .findFirst()
            .orElseThrow()
            .yaml();
    Outcome<Catalogue> read =
        new SchemaDocuments()
            .read(yaml, CatalogueDocuments.Format.YAML)
            .then(tree -> CatalogueReader.ofDrafts(Regions.standard()::exists).read(tree, 1));
    return switch (read) {
      case Outcome.Done<Catalogue>(Catalogue catalogue) ->
          new ShippedCatalogue(catalogue.items(), "CASH");
      case Outcome.Refused<Catalogue> refused -> throw new AssertionError(refused.toString());
    };
  }

  /**
   * What a holder gets: {@code payable/value in fen}, or the reason why nothing.
   *
   * @param holder classes, home and merit: {@code VETERAN@130600} or {@code
   *     VETERAN+OTHER_BENEFICIARY@130600*3}
   * @param venue kind, region, A-level, ownership and tags: {@code SCENIC_SPOT@130402 4 CITY_OWNED
   *     tag}
   * @param bill label and price: {@code GOODS 1995}; a second number is what the public pays
   */
  String quote(String holder, String venue, String bill) {
    Situation situation =
        new Situation(
            holder(holder), venue(venue), List.of(part(bill)), channel, NOW, Usage.NONE, true);
    return switch (new Evaluator().evaluate(situation, items)) {
      case Evaluation.Granted granted -> granted.payableFen() + "/" + granted.benefitValueFen();
      case Evaluation.Refused refused -> refused.reason().name();
    };
  }

  private static HolderFacts holder(String text) {
    String[] classesAndHome = text.split("@");
    String[] homeAndMerit = classesAndHome[1].split("\\*");
    int merit = homeAndMerit.length == 1 ? 0 : Integer.parseInt(homeAndMerit[1]);
    return new HolderFacts(
        HolderClasses.of(
            Arrays.stream(classesAndHome[0].split("\\+")).map(HolderClass::valueOf).toList()),
        RegionCode.of(homeAndMerit[0]),
        merit,
        0,
        null,
        Set.of(),
        Set.of());
  }

  private static VenueFacts venue(String text) {
    String[] words = text.split(" ");
    String[] kindAndRegion = words[0].split("@");
    return new VenueFacts(
        "V1",
        kindAndRegion[0],
        RegionCode.of(kindAndRegion[1]),
        words.length > 1 ? Integer.parseInt(words[1]) : 0,
        words.length > 2 ? words[2] : "NOT_RECORDED",
        words.length > 3 ? Set.of(words[3]) : Set.of(),
        true);
  }

  private static BillPart part(String text) {
    String[] words = text.split(" ");
    long listFen = Long.parseLong(words[1]);
    return new BillPart(words[0], listFen, words.length > 2 ? Long.parseLong(words[2]) : listFen);
  }
}
