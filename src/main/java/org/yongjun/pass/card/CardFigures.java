package org.yongjun.pass.card;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yongjun.pass.holder.PopulationStore;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Share;
import org.yongjun.pass.platform.Transactions;

/**
 * Counts cards. What partners report stands beside what we count and is never added to it: the same
 * card may be in both.
 */
public final class CardFigures {
  private final CardStore store;
  private final PopulationStore population;
  private final Transactions transactions;

  public CardFigures(CardStore store, PopulationStore population, Transactions transactions) {
    this.store = store;
    this.population = population;
    this.transactions = transactions;
  }

  /**
   * Cards of one type.
   *
   * @param steps applications that reached the stage in the period, each counted once per stage
   * @param persons to whom a card was issued by the last day, each counted once
   * @param entryRate persons with an application or a card of those entitled on the last day
   * @param issueRate persons with a card of the same
   */
  public record OfType(
      CardType type, Map<CardStage, Long> steps, long persons, Share entryRate, Share issueRate) {}

  /** Cards of a region in a period. */
  public record Figure(
      RegionCode region,
      LocalDate from,
      LocalDate to,
      List<OfType> types,
      Map<String, Long> problems,
      List<CardReport> reports) {}

  /** From {@code from} to {@code to}, both inclusive, read in one snapshot. */
  public Figure between(RegionCode region, LocalDate from, LocalDate to) {
    return transactions.read(
        () -> {
          List<CardStore.Count> counts = store.countSteps(region, from, to);
          Map<String, CardStore.Persons> persons = store.countPersons(region, to);
          // Most types are of the region asked for: its people are counted once for all of them.
          Map<RegionCode, List<PopulationStore.Cell>> people = new HashMap<>();
          List<OfType> types =
              store.listTypes(region).stream()
                  .map(
                      type ->
                          ofType(
                              type,
                              counts,
                              persons,
                              people.computeIfAbsent(
                                  scopeOf(region, type), scope -> population.countOn(scope, to))))
                  .toList();
          return new Figure(
              region,
              from,
              to,
              types,
              store.countProblems(region, from, to),
              store.listReports(region, to));
        });
  }

  /** A type of one county counts its own county's people. */
  private static RegionCode scopeOf(RegionCode region, CardType type) {
    return region.contains(type.region()) ? type.region() : region;
  }

  private static OfType ofType(
      CardType type,
      List<CardStore.Count> counts,
      Map<String, CardStore.Persons> persons,
      List<PopulationStore.Cell> people) {
    Map<CardStage, Long> steps = new EnumMap<>(CardStage.class);
    counts.stream()
        .filter(each -> each.type().equals(type.code()))
        .forEach(each -> steps.put(each.stage(), each.applications()));
    CardStore.Persons counted = persons.getOrDefault(type.code(), CardStore.Persons.NONE);
    long entitled =
        people.stream()
            .filter(cell -> !cell.classes().and(type.classes()).isEmpty())
            .mapToLong(PopulationStore.Cell::persons)
            .sum();
    return new OfType(
        type,
        steps,
        counted.issued(),
        new Share(counted.entered(), entitled),
        new Share(counted.issued(), entitled));
  }
}
