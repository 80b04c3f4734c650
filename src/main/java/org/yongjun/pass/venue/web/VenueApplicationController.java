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
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.venue.VenueApplication;
import org.yongjun.pass.venue.VenueApplications;
import org.yongjun.pass.venue.web.PartnerWire.ApplicationAnswer;
import org.yongjun.pass.venue.web.PartnerWire.ApplicationPage;
import org.yongjun.pass.venue.web.PartnerWire.DecisionRequest;
import org.yongjun.pass.venue.web.PartnerWire.NewApplicationRequest;

/** Applications to become a partner, decided by a second person. */
@Controller("/v1/venue-applications")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueApplicationController {
  private final VenueApplications applications;

  VenueApplicationController(VenueApplications applications) {
    this.applications = applications;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  ApplicationAnswer enter(@Body @Valid NewApplicationRequest body, Caller caller) {
    return ApplicationAnswer.of(Answers.orThrow(applications.enter(caller, body.toDomain())));
  }

  @Post("/{applicationId}/decision")
  @Secured({Role.Names.REVIEWER, Role.Names.ADMIN})
  ApplicationAnswer decide(
      @PathVariable String applicationId, @Body @Valid DecisionRequest body, Caller caller) {
    return ApplicationAnswer.of(
        Answers.orThrow(
            applications.decide(caller, applicationId, body.approved(), body.reason().strip())));
  }

  @Get
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  ApplicationPage list(
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue VenueApplication.State state,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(VenueApplications.PAGE_SIZE_MAX) int pageSize,
      Caller caller) {
    List<VenueApplication> found =
        Answers.orThrow(
            applications.list(
                caller,
                Optional.ofNullable(region).map(RegionCode::of),
                Optional.ofNullable(state),
                Cursor.read(cursor),
                pageSize + 1));
    Pages<VenueApplication> page = Pages.of(found, pageSize, VenueApplication::id);
    return new ApplicationPage(page.map(ApplicationAnswer::of), page.hasMore(), page.next());
  }
}
