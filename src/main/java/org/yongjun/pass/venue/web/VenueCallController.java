package org.yongjun.pass.venue.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Cursor;
import org.yongjun.pass.venue.VenueCall;
import org.yongjun.pass.venue.VenueCalls;
import org.yongjun.pass.venue.web.PartnerWire.CallAnswer;
import org.yongjun.pass.venue.web.PartnerWire.CallPage;
import org.yongjun.pass.venue.web.PartnerWire.NewCallRequest;

/** Open calls for partners. */
@Controller("/v1/venue-calls")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueCallController {
  private final VenueCalls calls;

  VenueCallController(VenueCalls calls) {
    this.calls = calls;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  CallAnswer open(@Body @Valid NewCallRequest body, Caller caller) {
    return CallAnswer.of(Answers.orThrow(calls.open(caller, body.toDomain())));
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  CallPage list(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(VenueCalls.PAGE_SIZE_MAX) int pageSize) {
    Pages<VenueCall> page =
        Pages.of(
            calls.list(RegionCode.of(region), Cursor.read(cursor), pageSize + 1),
            pageSize,
            VenueCall::id);
    return new CallPage(page.map(CallAnswer::of), page.hasMore(), page.next());
  }
}
