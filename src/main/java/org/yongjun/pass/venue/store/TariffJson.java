package org.yongjun.pass.venue.store;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.venue.PublicPrices;
import org.yongjun.pass.venue.PublicRate;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.TimedPrice;

/** A tariff line as it is stored; what a line does not say is left out. */
@Serdeable
record TariffJson(
    String label,
    long listFen,
    @Nullable Long referenceFen,
    @Nullable String referenceReason,
    @Nullable Boolean synthetic,
    @Nullable Boolean freeForAll,
    @Nullable List<AgeJson> ages,
    @Nullable List<PromotionJson> promotions,
    @Nullable TimedJson timed) {
  @Serdeable
  record AgeJson(int from, int until, @Nullable Long fen, @Nullable Integer percent) {
    static AgeJson of(PublicPrices.AgePrice price) {
      return new AgeJson(
          price.fromYears(), price.untilYears(), price.rate().fen(), price.rate().percent());
    }

    PublicPrices.AgePrice toDomain() {
      return new PublicPrices.AgePrice(from, until, new PublicRate(fen, percent));
    }
  }

  @Serdeable
  record PromotionJson(
      LocalDate from,
      LocalDate until,
      @Nullable Long fen,
      @Nullable Integer percent,
      String reason) {
    static PromotionJson of(PublicPrices.Promotion promotion) {
      PublicRate rate = promotion.rate();
      return new PromotionJson(
          promotion.from(), promotion.until(), rate.fen(), rate.percent(), promotion.reason());
    }

    PublicPrices.Promotion toDomain() {
      return new PublicPrices.Promotion(from, until, new PublicRate(fen, percent), reason);
    }
  }

  @Serdeable
  record TimedJson(int perMinutes, int freeMinutes, @Nullable Long dayCapFen) {
    TimedPrice toDomain() {
      return new TimedPrice(perMinutes, freeMinutes, dayCapFen);
    }
  }

  static TariffJson of(TariffLine line) {
    PublicPrices prices = line.publicPrices();
    return new TariffJson(
        line.label(),
        line.listFen(),
        line.referenceFen(),
        line.referenceReason(),
        line.synthetic() ? true : null,
        prices.freeForAll() ? true : null,
        prices.ages().isEmpty() ? null : prices.ages().stream().map(AgeJson::of).toList(),
        prices.promotions().isEmpty()
            ? null
            : prices.promotions().stream().map(PromotionJson::of).toList(),
        line.timed()
            .map(each -> new TimedJson(each.perMinutes(), each.freeMinutes(), each.dayCapFen()))
            .orElse(null));
  }

  TariffLine toDomain() {
    return new TariffLine(
        label,
        listFen,
        referenceFen,
        referenceReason,
        Boolean.TRUE.equals(synthetic),
        new PublicPrices(
            Boolean.TRUE.equals(freeForAll),
            ages == null ? List.of() : ages.stream().map(AgeJson::toDomain).toList(),
            promotions == null
                ? List.of()
                : promotions.stream().map(PromotionJson::toDomain).toList()),
        Optional.ofNullable(timed).map(TimedJson::toDomain));
  }
}
