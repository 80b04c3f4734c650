package org.yongjun.pass.venue.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.VenueFacilities;
import org.yongjun.pass.venue.web.PartnerWire.FacilityAnswer;
import org.yongjun.pass.venue.web.PartnerWire.FacilityList;
import org.yongjun.pass.venue.web.PartnerWire.NewFacilityRequest;
import org.yongjun.pass.venue.web.PartnerWire.RemovalRequest;

/** Priority lanes, windows and signs of a venue. */
@Controller("/v1/venues/{venueId}/facilities")
@ExecuteOn(TaskExecutors.BLOCKING)
class VenueFacilityController {
  private final VenueFacilities facilities;

  VenueFacilityController(VenueFacilities facilities) {
    this.facilities = facilities;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  FacilityAnswer add(
      @PathVariable String venueId, @Body @Valid NewFacilityRequest body, Caller caller) {
    return FacilityAnswer.of(Answers.orThrow(facilities.add(caller, venueId, body.toDomain())));
  }

  @Post("/{facilityId}/removal")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN, Role.Names.VENUE_OWNER})
  FacilityAnswer remove(
      @PathVariable String venueId,
      @PathVariable String facilityId,
      @Body @Valid RemovalRequest body,
      Caller caller) {
    return FacilityAnswer.of(
        Answers.orThrow(
            facilities.remove(caller, venueId, facilityId, Optional.ofNullable(body.on()))));
  }

  @Get
  @Secured({
    Role.Names.CLERK,
    Role.Names.REVIEWER,
    Role.Names.AUDITOR,
    Role.Names.ADMIN,
    Role.Names.VENUE_OWNER
  })
  FacilityList list(@PathVariable String venueId, Caller caller) {
    return new FacilityList(
        Answers.orThrow(facilities.list(caller, venueId)).stream()
            .map(FacilityAnswer::of)
            .toList());
  }
}
