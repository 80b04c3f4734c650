package org.yongjun.pass.venue.web;

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
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.LifeCycles;
import org.yongjun.pass.venue.Ownership;
import org.yongjun.pass.venue.PartnerClass;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueFigureQuery;
import org.yongjun.pass.venue.VenueFigures;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.web.VenueFigureWire.CountAnswer;
import org.yongjun.pass.venue.web.VenueFigureWire.FigureAnswer;

/** How many partners there were, came and went. */
@Controller("/v1/venue-figures")
@Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueFigureController {
  private final VenueFigures figures;
  private final LifeCycles lifeCycles;

  VenueFigureController(VenueFigures figures, LifeCycles lifeCycles) {
    this.figures = figures;
    this.lifeCycles = lifeCycles;
  }

  /** The last day is today, and the first that of its year, unless they are named. */
  @Get
  FigureAnswer sum(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to,
      @Nullable @QueryValue List<VenueFigureQuery.Feature> groupBy,
      @Nullable @QueryValue VenueKind kind,
      @Nullable @QueryValue Ownership ownership,
      @Nullable @QueryValue @Min(0) @Max(Venue.A_LEVEL_MAX) Integer aLevel,
      @Nullable @QueryValue @Pattern(regexp = PartnerClass.CODE_PATTERN) String partnerClass,
      @Nullable @QueryValue @Pattern(regexp = LifeCycleWire.WORD) String batch,
      @Nullable @QueryValue @Pattern(regexp = Ids.GIVEN_PATTERN) String groupId,
      Caller caller) {
    Set<VenueFigureQuery.Feature> features = EnumSet.noneOf(VenueFigureQuery.Feature.class);
    if (groupBy != null) {
      features.addAll(groupBy);
    }
    LocalDate last = to == null ? lifeCycles.today() : to;
    VenueFigureQuery query =
        new VenueFigureQuery(
            RegionCode.of(region),
            from == null ? last.withDayOfYear(1) : from,
            last,
            features,
            new VenueFigureQuery.Filter(
                Optional.ofNullable(kind),
                Optional.ofNullable(ownership),
                Optional.ofNullable(aLevel),
                Optional.ofNullable(partnerClass),
                Optional.ofNullable(batch),
                Optional.ofNullable(groupId)));
    return FigureAnswer.of(Answers.orThrow(figures.sum(caller, query)), query);
  }

  @Get("/counts")
  CountAnswer count(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue LocalDate asOf,
      @Nullable @QueryValue VenueKind kind,
      Caller caller) {
    RegionCode wanted = RegionCode.of(region);
    return CountAnswer.of(
        Answers.orThrow(
            figures.count(
                caller,
                wanted,
                asOf == null ? lifeCycles.today() : asOf,
                Optional.ofNullable(kind))),
        wanted);
  }
}
