package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.BusinessTime;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Conditional;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.venue.Venue;
import org.yongjun.pass.venue.VenueKind;
import org.yongjun.pass.venue.VenueSearch;
import org.yongjun.pass.venue.Venues;
import org.yongjun.pass.venue.web.PremisesWire.PremisesRequest;
import org.yongjun.pass.venue.web.VenueWire.NewTerminalAnswer;
import org.yongjun.pass.venue.web.VenueWire.NewTerminalRequest;
import org.yongjun.pass.venue.web.VenueWire.NewVenueRequest;
import org.yongjun.pass.venue.web.VenueWire.TariffRequest;
import org.yongjun.pass.venue.web.VenueWire.VenueAnswer;
import org.yongjun.pass.venue.web.VenueWire.VenuePage;

/** Venues, their public tariffs and their terminals. */
@Controller("/v1/venues")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueController {
  private final Venues venues;
  private final Conditional conditional;
  private final Clock clock;

  VenueController(Venues venues, Conditional conditional, Clock clock) {
    this.venues = venues;
    this.conditional = conditional;
    this.clock = clock;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  VenueAnswer register(@Body @Valid NewVenueRequest body, Caller caller) {
    return VenueAnswer.of(
        Answers.orThrow(venues.register(caller, body.toDomain(), body.entry(today()))));
  }

  private LocalDate today() {
    return BusinessTime.dayOf(clock.instant());
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<VenuePage> list(
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue @Size(min = 1, max = VenueSearch.NAME_LENGTH_MAX) String name,
      @Nullable @QueryValue VenueKind kind,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Venues.PAGE_SIZE_MAX) int pageSize,
      HttpRequest<?> request) {
    Pages<Venue> page =
        Pages.of(
            venues.list(
                VenueSearchWire.search(region, name, kind), Cursor.read(cursor), pageSize + 1),
            pageSize,
            Venue::id);
    return conditional.byContent(
        request, new VenuePage(page.map(VenueAnswer::of), page.hasMore(), page.next()));
  }

  @Get("/{venueId}")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<VenueAnswer> get(@PathVariable String venueId, HttpRequest<?> request) {
    return conditional.byContent(request, VenueAnswer.of(Answers.orThrow(venues.find(venueId))));
  }

  @Put("/{venueId}/tariff")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  VenueAnswer fileTariff(
      @PathVariable String venueId, @Body @Valid TariffRequest body, Caller caller) {
    return VenueAnswer.of(Answers.orThrow(venues.fileTariff(caller, venueId, body.toDomain())));
  }

  @Put("/{venueId}/premises")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  VenueAnswer recordPremises(
      @PathVariable String venueId, @Body @Valid PremisesRequest body, Caller caller) {
    return VenueAnswer.of(Answers.orThrow(venues.recordPremises(caller, venueId, body.toDomain())));
  }

  @Post("/{venueId}/terminals")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  NewTerminalAnswer addTerminal(
      @PathVariable String venueId, @Body @Valid NewTerminalRequest body, Caller caller) {
    return NewTerminalAnswer.of(
        Answers.orThrow(venues.addTerminal(caller, venueId, body.toDomain())));
  }
}
