package org.yongjun.pass.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TariffLineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  /** Whoever asks it fails the test. */
  private static final Supplier<OptionalInt> NOT_TO_BE_ASKED =
      () -> {
        throw new AssertionError("nobody's age is needed here");
      };

  private static final List<PublicPrices.AgePrice> CHILDREN_AND_OLD =
      List.of(
          new PublicPrices.AgePrice(0, 6, PublicRate.ofFen(0)),
          new PublicPrices.AgePrice(60, PublicPrices.YEARS_MAX, PublicRate.ofPercent(50)));

  private static TariffLine line(
      @Nullable Long everybodyFen, boolean freeForAll, List<PublicPrices.Promotion> promotions) {
    return new TariffLine(
        "ADMISSION",
        1001,
        everybodyFen,
        null,
        false,
        new PublicPrices(freeForAll, CHILDREN_AND_OLD, promotions),
        Optional.empty());
  }

  private static PublicPrice priced(TariffLine line, int age) {
    return line.publicPrice(line.listFen(), DAY, () -> OptionalInt.of(age));
  }

  @Test
  void bothEndsOfAnAgeBelongToIt() {
    TariffLine line = line(null, false, List.of());
    assertEquals(new PublicPrice(0, PublicPrice.Reason.AGE), priced(line, 0));
    assertEquals(new PublicPrice(0, PublicPrice.Reason.AGE), priced(line, 6));
    assertEquals(new PublicPrice(1001, null), priced(line, 7));
    assertEquals(new PublicPrice(1001, null), priced(line, 59));
    // Half of 10.01 is 5.005, half up.
    assertEquals(new PublicPrice(501, PublicPrice.Reason.AGE), priced(line, 60));
  }

  @Test
  void anUnknownAgeLowersNothing() {
    assertEquals(
        new PublicPrice(1001, null),
        line(null, false, List.of()).publicPrice(1001, DAY, OptionalInt::empty));
  }

  @Test
  void bothDaysOfAPromotionBelongToIt() {
    PublicPrices.Promotion promotion =
        new PublicPrices.Promotion(DAY.minusDays(1), DAY, PublicRate.ofFen(400), "synthetic");
    TariffLine line = line(900L, false, List.of(promotion));
    for (int before : new int[] {1, 0}) {
      assertEquals(
          new PublicPrice(400, PublicPrice.Reason.PROMOTION),
          line.publicPrice(1001, DAY.minusDays(before), () -> OptionalInt.of(30)));
    }
    for (int days : new int[] {-2, 1}) {
      assertEquals(
          new PublicPrice(900, PublicPrice.Reason.PROMOTION),
          line.publicPrice(1001, DAY.plusDays(days), () -> OptionalInt.of(30)));
    }
  }

  @Test
  void nobodysAgeIsAskedWhereItCannotLowerThePrice() {
    assertEquals(
        new PublicPrice(0, PublicPrice.Reason.FREE_FOR_ALL),
        line(null, true, List.of()).publicPrice(1001, DAY, NOT_TO_BE_ASKED));
    TariffLine plain = new TariffLine("FARE", 200, null, null, false);
    assertEquals(new PublicPrice(200, null), plain.publicPrice(200, DAY, NOT_TO_BE_ASKED));
  }
}
