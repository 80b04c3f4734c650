package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.venue.LifeCycles;
import org.yongjun.pass.venue.VenueEvent;
import org.yongjun.pass.venue.VenueSteps;
import org.yongjun.pass.venue.web.LifeCycleWire.EventAnswer;
import org.yongjun.pass.venue.web.LifeCycleWire.EventPage;
import org.yongjun.pass.venue.web.LifeCycleWire.StepRequest;

/** The steps of a partner: agreement, plaque, review, rectification, suspension, delisting. */
@Controller("/v1/venues/{venueId}/events")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueStepController {
  private final VenueSteps steps;

  VenueStepController(VenueSteps steps) {
    this.steps = steps;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  EventAnswer take(@PathVariable String venueId, @Body @Valid StepRequest body, Caller caller) {
    return EventAnswer.of(
        Answers.orThrow(
            steps.take(
                caller,
                venueId,
                body.toDomain(),
                Optional.ofNullable(body.on()),
                body.reason().strip(),
                Optional.ofNullable(body.evidence()).map(String::strip))));
  }

  @Get
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  EventPage list(
      @PathVariable String venueId,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(LifeCycles.PAGE_SIZE_MAX) int pageSize,
      Caller caller) {
    List<VenueEvent> found =
        Answers.orThrow(
            steps.list(caller, venueId, Pages.number(Cursor.read(cursor)), pageSize + 1));
    Pages<VenueEvent> page = Pages.of(found, pageSize, each -> Integer.toString(each.seq()));
    return new EventPage(page.map(EventAnswer::of), page.hasMore(), page.next());
  }
}
