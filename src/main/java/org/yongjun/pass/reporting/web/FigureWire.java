package org.yongjun.pass.reporting.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yongjun.pass.kernel.Fen;
import org.yongjun.pass.kernel.HolderClass;
import org.yongjun.pass.kernel.HolderClasses;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.ReportDigits;
import org.yongjun.pass.reporting.Conservation;
import org.yongjun.pass.reporting.Dimension;
import org.yongjun.pass.reporting.FigureQuery;
import org.yongjun.pass.reporting.FigureRow;
import org.yongjun.pass.reporting.Figures;
import org.yongjun.pass.reporting.PersonsRow;
import org.yongjun.pass.reporting.ReportMoney;
import org.yongjun.pass.reporting.Sums;
import org.yongjun.pass.reporting.TimeBase;

/** What travels over HTTP about figures. */
final class FigureWire {
  private static final String VISITS = "人次";
  private static final String PERSONS = "人";

  private FigureWire() {}

  @Serdeable
  record SumsAnswer(
      long uses,
      long visits,
      String visitsPrinted,
      long listFen,
      long referenceFen,
      long payableFen,
      long benefitValueFen,
      String benefitValueYuan,
      String benefitValuePrinted) {
    static SumsAnswer of(Sums sums) {
      return new SumsAnswer(
          sums.uses(),
          sums.visits(),
          ReportDigits.count(sums.visits(), VISITS),
          sums.listFen(),
          sums.referenceFen(),
          sums.payableFen(),
          sums.benefitValueFen(),
          Fen.yuan(sums.benefitValueFen()),
          ReportMoney.print(sums.benefitValueFen()));
    }
  }

  @Serdeable
  record FigureRowAnswer(
      @Nullable String province,
      @Nullable String city,
      @Nullable String region,
      @Nullable String venueId,
      @Nullable String venueKind,
      @Nullable String catalogue,
      @Nullable String itemId,
      @Nullable List<HolderClass> classes,
      @Nullable String homeProvince,
      @Nullable String homeRegion,
      @Nullable LocalDate day,
      @Nullable String period,
      SumsAnswer sums) {
    static FigureRowAnswer of(FigureRow row) {
      String bits = row.key().get(Dimension.CLASS);
      String day = row.key().get(Dimension.DAY);
      return new FigureRowAnswer(
          region(row.key().get(Dimension.PROVINCE)),
          region(row.key().get(Dimension.CITY)),
          region(row.key().get(Dimension.REGION)),
          row.key().get(Dimension.VENUE),
          row.key().get(Dimension.VENUE_KIND),
          row.key().get(Dimension.CATALOGUE),
          row.key().get(Dimension.ITEM),
          bits == null ? null : new HolderClasses(Integer.parseInt(bits)).list(),
          region(row.key().get(Dimension.HOME_PROVINCE)),
          region(row.key().get(Dimension.HOME_REGION)),
          day == null ? null : LocalDate.parse(day),
          row.period().orElse(null),
          SumsAnswer.of(row.sums()));
    }

    private static @Nullable String region(@Nullable String stored) {
      return stored == null ? null : new RegionCode(Integer.parseInt(stored)).toString();
    }
  }

  @Serdeable
  record PersonsRowAnswer(
      @Nullable String province,
      @Nullable String city,
      @Nullable String region,
      @Nullable String venueId,
      @Nullable String venueKind,
      @Nullable String catalogue,
      @Nullable String itemId,
      @Nullable List<HolderClass> classes,
      @Nullable String homeProvince,
      @Nullable String homeRegion,
      @Nullable LocalDate day,
      @Nullable String period,
      long persons,
      String personsPrinted) {
    /** The key is told in the same words as a figure's. */
    static PersonsRowAnswer of(PersonsRow row) {
      FigureRowAnswer key = FigureRowAnswer.of(new FigureRow(row.key(), row.period(), Sums.ZERO));
      return new PersonsRowAnswer(
          key.province(),
          key.city(),
          key.region(),
          key.venueId(),
          key.venueKind(),
          key.catalogue(),
          key.itemId(),
          key.classes(),
          key.homeProvince(),
          key.homeRegion(),
          key.day(),
          key.period(),
          row.persons(),
          ReportDigits.count(row.persons(), PERSONS));
    }
  }

  @Serdeable
  record PersonsAnswer(
      String region,
      LocalDate from,
      LocalDate to,
      TimeBase timeBase,
      @Nullable LocalDate asOfBookingDay,
      List<PersonsRowAnswer> rows,
      long total,
      String totalPrinted,
      Instant asOf) {
    static PersonsAnswer of(Figures.PersonsFigure figure, FigureQuery query) {
      return new PersonsAnswer(
          query.scope().toString(),
          query.span().from(),
          query.span().to(),
          query.timeBase(),
          query.asOfBookingDay().orElse(null),
          figure.rows().stream().map(PersonsRowAnswer::of).toList(),
          figure.total(),
          ReportDigits.count(figure.total(), PERSONS),
          figure.asOf());
    }
  }

  @Serdeable
  record FigureAnswer(
      String region,
      LocalDate from,
      LocalDate to,
      TimeBase timeBase,
      @Nullable LocalDate asOfBookingDay,
      List<FigureRowAnswer> rows,
      SumsAnswer total,
      Instant asOf,
      long pendingEntries) {
    static FigureAnswer of(Figures.Figure figure, FigureQuery query) {
      return new FigureAnswer(
          query.scope().toString(),
          query.span().from(),
          query.span().to(),
          query.timeBase(),
          query.asOfBookingDay().orElse(null),
          figure.rows().stream().map(FigureRowAnswer::of).toList(),
          SumsAnswer.of(figure.total()),
          figure.asOf(),
          figure.pendingEntries());
    }
  }

  @Serdeable
  record BreakAnswer(
      LocalDate eventDay, String venueId, String itemId, SumsAnswer ledger, SumsAnswer counted) {
    static BreakAnswer of(Conservation.Break each) {
      return new BreakAnswer(
          each.eventDay(),
          each.venueId(),
          each.itemId(),
          SumsAnswer.of(each.ledger()),
          SumsAnswer.of(each.counted()));
    }
  }

  @Serdeable
  record ConservationAnswer(
      boolean holds,
      SumsAnswer ledger,
      SumsAnswer rollup,
      SumsAnswer pending,
      List<BreakAnswer> breaks) {
    static ConservationAnswer of(Conservation check) {
      return new ConservationAnswer(
          check.holds(),
          SumsAnswer.of(check.ledger()),
          SumsAnswer.of(check.rollup()),
          SumsAnswer.of(check.pending()),
          check.breaks().stream().map(BreakAnswer::of).toList());
    }
  }
}
