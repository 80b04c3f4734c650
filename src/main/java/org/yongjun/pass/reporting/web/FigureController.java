package org.yongjun.pass.reporting.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.reporting.Dimension;
import org.yongjun.pass.reporting.FigureQuery;
import org.yongjun.pass.reporting.Figures;
import org.yongjun.pass.reporting.Period;
import org.yongjun.pass.reporting.Span;
import org.yongjun.pass.reporting.TimeBase;
import org.yongjun.pass.reporting.web.FigureWire.ConservationAnswer;
import org.yongjun.pass.reporting.web.FigureWire.FigureAnswer;
import org.yongjun.pass.reporting.web.FigureWire.PersonsAnswer;

/** Figures of the benefits delivered, and the check that they equal the ledger. */
@Controller("/v1/figures")
@Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
@ExecuteOn(TaskExecutors.BLOCKING)
class FigureController {
  /** An item's id is longer than others; the database compares nothing outside ASCII with one. */
  private static final String ID_PATTERN = "[!-~]{1,80}";

  private final Figures figures;

  FigureController(Figures figures) {
    this.figures = figures;
  }

  @Get
  FigureAnswer sum(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to,
      @Nullable @QueryValue @Pattern(regexp = Span.CALENDAR_PATTERN) String calendar,
      @Nullable @QueryValue @Min(1) @Max(Span.LAST_YEARS_MAX) Integer lastYears,
      @QueryValue(defaultValue = "EVENT") TimeBase timeBase,
      @Nullable @QueryValue LocalDate asOfBookingDay,
      @Nullable @QueryValue List<Dimension> groupBy,
      @Nullable @QueryValue Period period,
      @Nullable @QueryValue @Pattern(regexp = ID_PATTERN) String venueId,
      @Nullable @QueryValue @Pattern(regexp = ID_PATTERN) String itemId,
      Caller caller) {
    FigureQuery query =
        query(
            RegionCode.of(region),
            span(from, to, calendar, lastYears),
            timeBase,
            asOfBookingDay,
            groupBy,
            period,
            venueId,
            itemId);
    return FigureAnswer.of(Answers.orThrow(figures.sum(caller, query)), query);
  }

  /** Persons instead of uses; the same questions. */
  @Get("/persons")
  PersonsAnswer persons(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to,
      @Nullable @QueryValue @Pattern(regexp = Span.CALENDAR_PATTERN) String calendar,
      @Nullable @QueryValue @Min(1) @Max(Span.LAST_YEARS_MAX) Integer lastYears,
      @QueryValue(defaultValue = "EVENT") TimeBase timeBase,
      @Nullable @QueryValue LocalDate asOfBookingDay,
      @Nullable @QueryValue List<Dimension> groupBy,
      @Nullable @QueryValue Period period,
      @Nullable @QueryValue @Pattern(regexp = ID_PATTERN) String venueId,
      @Nullable @QueryValue @Pattern(regexp = ID_PATTERN) String itemId,
      Caller caller) {
    FigureQuery query =
        query(
            RegionCode.of(region),
            span(from, to, calendar, lastYears),
            timeBase,
            asOfBookingDay,
            groupBy,
            period,
            venueId,
            itemId);
    return PersonsAnswer.of(Answers.orThrow(figures.countPersons(caller, query)), query);
  }

  private static FigureQuery query(
      RegionCode region,
      Span span,
      TimeBase timeBase,
      @Nullable LocalDate asOfBookingDay,
      @Nullable List<Dimension> groupBy,
      @Nullable Period period,
      @Nullable String venueId,
      @Nullable String itemId) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    if (groupBy != null) {
      dimensions.addAll(groupBy);
    }
    return new FigureQuery(
        region,
        span,
        timeBase,
        Optional.ofNullable(asOfBookingDay),
        dimensions,
        Optional.ofNullable(period),
        Optional.ofNullable(venueId),
        Optional.ofNullable(itemId));
  }

  @Get("/conservation")
  ConservationAnswer check(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @QueryValue LocalDate from,
      @QueryValue LocalDate to,
      Caller caller) {
    FigureQuery query = FigureQuery.of(RegionCode.of(region), span(from, to, null, null));
    return ConservationAnswer.of(Answers.orThrow(figures.check(caller, query)));
  }

  private Span span(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String calendar,
      @Nullable Integer lastYears) {
    Span.Wanted wanted =
        new Span.Wanted(
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            Optional.ofNullable(calendar),
            Optional.ofNullable(lastYears));
    return Answers.orThrow(Span.of(wanted, figures.today()));
  }
}
