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
import org.yongjun.pass.venue.LifeCycles;
import org.yongjun.pass.venue.VenueGroup;
import org.yongjun.pass.venue.VenueGroupStore;
import org.yongjun.pass.venue.VenueGroups;
import org.yongjun.pass.venue.web.LifeCycleWire.EventAnswer;
import org.yongjun.pass.venue.web.PartnerWire.GroupAnswer;
import org.yongjun.pass.venue.web.PartnerWire.GroupPage;
import org.yongjun.pass.venue.web.PartnerWire.MembershipRequest;
import org.yongjun.pass.venue.web.PartnerWire.NewGroupRequest;

/** Streets, malls, alliances, associations and activities. */
@Controller("/v1/venue-groups")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueGroupController {
  private final VenueGroups groups;
  private final LifeCycles lifeCycles;

  VenueGroupController(VenueGroups groups, LifeCycles lifeCycles) {
    this.groups = groups;
    this.lifeCycles = lifeCycles;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  GroupAnswer create(@Body @Valid NewGroupRequest body, Caller caller) {
    VenueGroup created = Answers.orThrow(groups.create(caller, body.toDomain()));
    return GroupAnswer.of(new VenueGroupStore.Sized(created, 0));
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  GroupPage list(
      @QueryValue @Pattern(regexp = "[0-9]{6}") String region,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(VenueGroups.PAGE_SIZE_MAX) int pageSize) {
    Pages<VenueGroupStore.Sized> page =
        Pages.of(
            groups.list(RegionCode.of(region), Cursor.read(cursor), pageSize + 1),
            pageSize,
            each -> each.group().id());
    return new GroupPage(page.map(GroupAnswer::of), page.hasMore(), page.next());
  }

  @Post("/{groupId}/members")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  EventAnswer join(
      @PathVariable String groupId, @Body @Valid MembershipRequest body, Caller caller) {
    return change(groupId, body, true, caller);
  }

  @Post("/{groupId}/departures")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  EventAnswer leave(
      @PathVariable String groupId, @Body @Valid MembershipRequest body, Caller caller) {
    return change(groupId, body, false, caller);
  }

  private EventAnswer change(
      String groupId, MembershipRequest body, boolean isJoining, Caller caller) {
    return EventAnswer.of(
        Answers.orThrow(
            groups.change(
                caller, groupId, body.venueId(), isJoining, body.said(lifeCycles.today()))));
  }
}
