package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.List;

/**
 * What a venue grants everybody, programme or not: free entry, prices by age, promotions.
 *
 * @param freeForAll nobody pays
 */
public record PublicPrices(boolean freeForAll, List<AgePrice> ages, List<Promotion> promotions) {
  /** More age groups than any price board names. */
  public static final int AGES_MAX = 10;

  public static final int PROMOTIONS_MAX = 20;
  public static final int YEARS_MAX = 150;
  public static final int REASON_LENGTH_MAX = 120;

  public static final PublicPrices NONE = new PublicPrices(false, List.of(), List.of());

  /**
   * A price for an age.
   *
   * @param fromYears completed years, inclusive
   * @param untilYears completed years, inclusive
   */
  public record AgePrice(int fromYears, int untilYears, PublicRate rate) {
    public AgePrice {
      if (fromYears < 0 || untilYears < fromYears || untilYears > YEARS_MAX) {
        throw new IllegalArgumentException("ages out of range");
      }
    }

    boolean isFor(int ageYears) {
      return ageYears >= fromYears && ageYears <= untilYears;
    }
  }

  /**
   * A price for a time.
   *
   * @param from the first business day
   * @param until the last business day, inclusive
   * @param reason as the venue announces it
   */
  public record Promotion(LocalDate from, LocalDate until, PublicRate rate, String reason) {
    public Promotion {
      if (until.isBefore(from)) {
        throw new IllegalArgumentException("a promotion ends before it begins");
      }
    }

    boolean isOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  public PublicPrices {
    ages = List.copyOf(ages);
    promotions = List.copyOf(promotions);
  }
}
