package org.yongjun.pass.benefit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.offline.rule.Item;
import org.yongjun.pass.offline.rule.Source;

/**
 * One version of a list of benefits, immutable once published.
 *
 * @param code names the catalogue over all its versions
 * @param version 1 upwards
 * @param region its items apply at venues inside this region
 * @param note what a reader should know about the text, null where there is nothing
 * @param batchNumber 第几批, null where the document has none
 * @param level of which level of office it is, null where the document does not say
 * @param offer the agreement that it comes from, null for a list of an office's own
 * @param effectiveTo the last day, null while there is none
 */
public record Catalogue(
    String code,
    int version,
    RegionCode region,
    Text title,
    @Nullable Text note,
    @Nullable Integer batchNumber,
    @Nullable Level level,
    @Nullable Offer offer,
    Source source,
    List<Category> categories,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    List<Entry> entries) {
  /** The levels of offices. */
  public enum Level {
    NATION,
    PROVINCE,
    CITY,
    COUNTY;

    /** The level of the office that answers for a region. */
    public static Level of(RegionCode region) {
      if (region.equals(RegionCode.NATION)) {
        return NATION;
      }
      if (region.equals(region.province())) {
        return PROVINCE;
      }
      return region.equals(region.city()) ? CITY : COUNTY;
    }
  }

  /**
   * A venue's agreement with an office.
   *
   * @param agreement its number or title
   * @param agreedUntil the last day
   */
  public record Offer(String venueId, String agreement, LocalDate agreedUntil) {}

  /** A heading of the office's own. */
  public record Category(String code, Text title) {}

  /**
   * An item under its number.
   *
   * @param category the code of a category, null where the item stands under none
   */
  public record Entry(String number, @Nullable String category, Item item) {}

  public Catalogue {
    categories = List.copyOf(categories);
    entries = List.copyOf(entries);
  }

  /** The items in the order of the document. */
  public List<Item> items() {
    return entries.stream().map(Entry::item).toList();
  }
}
