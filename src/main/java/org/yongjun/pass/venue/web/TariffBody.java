package org.yongjun.pass.venue.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.PublicPrices;
import org.yongjun.pass.venue.PublicRate;
import org.yongjun.pass.venue.TariffLine;
import org.yongjun.pass.venue.TimedPrice;

/** A line of a tariff as it travels over HTTP. */
@Serdeable
record TariffBody(
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,31}") String label,
    @Min(0) @Max(Fen.AMOUNT_MAX) long listFen,
    @Nullable @Min(0) @Max(Fen.AMOUNT_MAX) Long referenceFen,
    @Nullable @Size(max = 120) String referenceReason,
    @Nullable Boolean synthetic,
    @Nullable Boolean freeForAll,
    @Nullable @Valid @Size(max = PublicPrices.AGES_MAX) List<@Valid @NotNull AgePriceBody> ages,
    @Nullable @Valid @Size(max = PublicPrices.PROMOTIONS_MAX)
        List<@Valid @NotNull PromotionBody> promotions,
    @Nullable @Valid TimedBody timed) {

  @Serdeable
  record AgePriceBody(
      @Min(0) @Max(PublicPrices.YEARS_MAX) int fromYears,
      @Nullable @Min(0) @Max(PublicPrices.YEARS_MAX) Integer untilYears,
      @Nullable @Min(0) @Max(Fen.AMOUNT_MAX) Long fen,
      @Nullable @Min(0) @Max(PublicRate.PERCENT_MAX) Integer percent) {
    static AgePriceBody of(PublicPrices.AgePrice price) {
      return new AgePriceBody(
          price.fromYears(),
          price.untilYears() == PublicPrices.YEARS_MAX ? null : price.untilYears(),
          price.rate().fen(),
          price.rate().percent());
    }

    PublicPrices.AgePrice toDomain() {
      int until = untilYears == null ? PublicPrices.YEARS_MAX : untilYears;
      if (until < fromYears) {
        throw invalid("年龄段起止颠倒", "An age range ends before it begins");
      }
      return new PublicPrices.AgePrice(fromYears, until, rate(fen, percent));
    }
  }

  @Serdeable
  record PromotionBody(
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @Nullable @Min(0) @Max(Fen.AMOUNT_MAX) Long fen,
      @Nullable @Min(0) @Max(PublicRate.PERCENT_MAX) Integer percent,
      @NotBlank @Size(max = PublicPrices.REASON_LENGTH_MAX) String reason) {
    static PromotionBody of(PublicPrices.Promotion promotion) {
      return new PromotionBody(
          promotion.from(),
          promotion.until(),
          promotion.rate().fen(),
          promotion.rate().percent(),
          promotion.reason());
    }

    PublicPrices.Promotion toDomain() {
      if (until.isBefore(from)) {
        throw invalid("促销起止日期颠倒", "A promotion ends before it begins");
      }
      return new PublicPrices.Promotion(from, until, rate(fen, percent), reason);
    }
  }

  @Serdeable
  record TimedBody(
      @Min(1) @Max(TimedPrice.DAY_MINUTES) int perMinutes,
      @Nullable @Min(0) @Max(TimedPrice.DAY_MINUTES) Integer freeMinutes,
      @Nullable @Min(0) @Max(Fen.AMOUNT_MAX) Long dayCapFen) {
    static TimedBody of(TimedPrice timed) {
      return new TimedBody(timed.perMinutes(), timed.freeMinutes(), timed.dayCapFen());
    }

    TimedPrice toDomain() {
      if (TimedPrice.DAY_MINUTES % perMinutes != 0) {
        throw invalid("计费周期须能整除 24 小时", "24 hours must be whole periods");
      }
      return new TimedPrice(perMinutes, freeMinutes == null ? 0 : freeMinutes, dayCapFen);
    }
  }

  static TariffBody of(TariffLine line) {
    PublicPrices prices = line.publicPrices();
    return new TariffBody(
        line.label(),
        line.listFen(),
        line.referenceFen(),
        line.referenceReason(),
        line.synthetic() ? true : null,
        prices.freeForAll() ? true : null,
        prices.ages().isEmpty() ? null : prices.ages().stream().map(AgePriceBody::of).toList(),
        prices.promotions().isEmpty()
            ? null
            : prices.promotions().stream().map(PromotionBody::of).toList(),
        line.timed().map(TimedBody::of).orElse(null));
  }

  TariffLine toDomain() {
    if (referenceFen != null && referenceFen > listFen) {
      throw invalid("公众价不得高于标价", "The public's price may not exceed the list price");
    }
    if (timed != null && listFen > TimedPrice.PERIOD_FEN_MAX) {
      throw invalid("每个计费周期的价格过高", "The price of one period is too high");
    }
    return new TariffLine(
        label,
        listFen,
        referenceFen,
        referenceReason,
        Boolean.TRUE.equals(synthetic),
        new PublicPrices(
            Boolean.TRUE.equals(freeForAll),
            ages == null ? List.of() : ages.stream().map(AgePriceBody::toDomain).toList(),
            promotions == null
                ? List.of()
                : promotions.stream().map(PromotionBody::toDomain).toList()),
        Optional.ofNullable(timed).map(TimedBody::toDomain));
  }

  private static PublicRate rate(@Nullable Long fen, @Nullable Integer percent) {
    if ((fen == null) == (percent == null)) {
      throw invalid("fen 与 percent 须二者择一", "Give either fen or percent");
    }
    return new PublicRate(fen, percent);
  }

  private static RuntimeException invalid(String zh, String en) {
    return Answers.refuse(Problem.invalid("/tariff", zh, en));
  }
}
