package org.yongjun.pass.venue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;

/**
 * One line of a venue's public tariff.
 *
 * @param label the bill part, for example {@code FARE} or {@code ADMISSION}
 * @param listFen the list price; of a line by time, that of one started period
 * @param referenceFen what everyone pays at present, where that is less
 * @param referenceReason why, where {@code referenceFen} is given
 * @param synthetic whether the price is made up for a demonstration
 * @param publicPrices what it costs by age, on some days, or nobody
 * @param timed present where the price depends on entry and exit
 */
public record TariffLine(
    String label,
    long listFen,
    @Nullable Long referenceFen,
    @Nullable String referenceReason,
    boolean synthetic,
    PublicPrices publicPrices,
    Optional<TimedPrice> timed) {
  public TariffLine {
    Fen.requireAmount(listFen);
    if (referenceFen != null && Fen.requireAmount(referenceFen) > listFen) {
      throw new IllegalArgumentException("the public never pays more than the list price");
    }
    if (timed.isPresent() && listFen > TimedPrice.PERIOD_FEN_MAX) {
      throw new IllegalArgumentException("the price of a period is out of range");
    }
  }

  /** A line with one price for everybody. */
  public TariffLine(
      String label,
      long listFen,
      @Nullable Long referenceFen,
      @Nullable String referenceReason,
      boolean synthetic) {
    this(
        label,
        listFen,
        referenceFen,
        referenceReason,
        synthetic,
        PublicPrices.NONE,
        Optional.empty());
  }

  /**
   * What this person would pay on that day without any programme: the lowest of the public prices
   * that apply.
   *
   * @param partFen the list price of the part, which for a line by time is the fee of the stay
   * @param age completed years, empty where not known; asked only where it can lower the price
   */
  public PublicPrice publicPrice(long partFen, LocalDate day, Supplier<OptionalInt> age) {
    PublicPrice lowest = new PublicPrice(partFen, null);
    if (publicPrices.freeForAll()) {
      lowest = lower(lowest, 0, PublicPrice.Reason.FREE_FOR_ALL);
    }
    if (referenceFen != null) {
      lowest = lower(lowest, referenceFen, PublicPrice.Reason.PROMOTION);
    }
    for (PublicPrices.Promotion promotion : publicPrices.promotions()) {
      if (promotion.isOn(day)) {
        lowest = lower(lowest, promotion.rate().priceOf(partFen), PublicPrice.Reason.PROMOTION);
      }
    }
    return lowest.fen() == 0 || publicPrices.ages().isEmpty()
        ? lowest
        : lowestFor(age.get(), lowest, partFen);
  }

  private PublicPrice lowestFor(OptionalInt age, PublicPrice lowest, long partFen) {
    PublicPrice found = lowest;
    for (PublicPrices.AgePrice price : publicPrices.ages()) {
      if (age.isPresent() && price.isFor(age.getAsInt())) {
        found = lower(found, price.rate().priceOf(partFen), PublicPrice.Reason.AGE);
      }
    }
    return found;
  }

  private static PublicPrice lower(PublicPrice than, long fen, PublicPrice.Reason reason) {
    return fen < than.fen() ? new PublicPrice(fen, reason) : than;
  }
}
