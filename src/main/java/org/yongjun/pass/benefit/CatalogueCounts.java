package org.yongjun.pass.benefit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many lists, headings and items are in force on a day, as reports count them (八大类83项).
 *
 * @param groups by level, batch and kind, office lists before offers
 */
public record CatalogueCounts(LocalDate day, Sum total, List<Group> groups) {
  /**
   * @param categories headings that an item in force stands under
   */
  public record Sum(int catalogues, int categories, int items) {
    private Sum plus(Sum other) {
      return new Sum(
          catalogues + other.catalogues, categories + other.categories, items + other.items);
    }
  }

  /**
   * One level and batch.
   *
   * @param batchNumber null where the documents name none
   * @param isOffer whether these are merchants' offers
   */
  public record Group(
      Catalogue.Level level, @Nullable Integer batchNumber, boolean isOffer, Sum sum) {}

  private static final Sum NOTHING = new Sum(0, 0, 0);

  /** Names a group; a missing batch sorts first. */
  private record Key(boolean isOffer, Catalogue.Level level, int batch) {}

  public CatalogueCounts {
    groups = List.copyOf(groups);
  }

  static CatalogueCounts of(List<Catalogue> inForce, LocalDate day) {
    TreeMap<Key, Sum> sums =
        new TreeMap<>(
            Comparator.comparing(Key::isOffer).thenComparing(Key::level).thenComparing(Key::batch));
    Sum total = NOTHING;
    for (Catalogue each : inForce) {
      Sum sum = sumOf(each, day);
      total = total.plus(sum);
      int batch = each.batchNumber() == null ? 0 : each.batchNumber();
      sums.merge(
          new Key(each.offer() != null, Catalogue.Level.of(each.region()), batch), sum, Sum::plus);
    }
    List<Group> groups =
        sums.entrySet().stream()
            .map(
                entry ->
                    new Group(
                        entry.getKey().level(),
                        entry.getKey().batch() == 0 ? null : entry.getKey().batch(),
                        entry.getKey().isOffer(),
                        entry.getValue()))
            .toList();
    return new CatalogueCounts(day, total, groups);
  }

  private static Sum sumOf(Catalogue catalogue, LocalDate day) {
    List<Catalogue.Entry> entries =
        catalogue.entries().stream()
            .filter(entry -> !entry.item().when().effectiveFrom().isAfter(day))
            .filter(
                entry ->
                    entry.item().when().effectiveTo() == null
                        || !entry.item().when().effectiveTo().isBefore(day))
            .toList();
    long categories =
        entries.stream()
            .map(Catalogue.Entry::category)
            .filter(category -> category != null)
            .distinct()
            .count();
    return new Sum(1, (int) categories, entries.size());
  }
}
