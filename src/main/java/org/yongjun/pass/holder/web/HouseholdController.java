package org.yongjun.pass.holder.web;

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
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.holder.Households;
import org.yongjun.pass.holder.LookupPurpose;
import org.yongjun.pass.holder.Lookups;
import org.yongjun.pass.holder.web.MemberListWire.EndMemberRequest;
import org.yongjun.pass.holder.web.MemberListWire.HouseholdAnswer;
import org.yongjun.pass.holder.web.MemberListWire.NewHouseholdRequest;
import org.yongjun.pass.holder.web.MemberListWire.NewMemberRequest;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.Answers;

/** Households, whose members share what is granted once per household. */
@Controller("/v1/households")
@ExecuteOn(TaskExecutors.BLOCKING)
class HouseholdController {
  private final Households households;
  private final Lookups lookups;

  HouseholdController(Households households, Lookups lookups) {
    this.households = households;
    this.lookups = lookups;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  HouseholdAnswer create(@Body @Valid NewHouseholdRequest body, Caller officer) {
    return HouseholdAnswer.of(
        Answers.orThrow(households.create(officer, RegionCode.of(body.region()))));
  }

  @Get("/{householdId}")
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.AUDITOR, Role.Names.ADMIN})
  HouseholdAnswer get(
      @PathVariable String householdId,
      @QueryValue(defaultValue = Scopes.SERVICE) LookupPurpose purpose,
      Caller officer) {
    Households.Lines found = Answers.orThrow(households.find(officer, householdId));
    lookups.listed(officer, found.household().region(), purpose, "household", found.lines());
    return HouseholdAnswer.of(found);
  }

  @Post("/{householdId}/members")
  @Status(HttpStatus.CREATED)
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  HouseholdAnswer join(
      @PathVariable String householdId, @Body @Valid NewMemberRequest body, Caller officer) {
    return shown(
        officer,
        Answers.orThrow(
            households.join(
                officer, householdId, body.holderId(), body.validFrom(), body.validUntil())));
  }

  /** Ends a line; what it said of earlier days stays true. */
  @Post("/{householdId}/members/{membershipId}/end")
  @Secured({Role.Names.CLERK, Role.Names.ADMIN})
  HouseholdAnswer leave(
      @PathVariable String householdId,
      @PathVariable String membershipId,
      @Body @Valid EndMemberRequest body,
      Caller officer) {
    return shown(
        officer,
        Answers.orThrow(households.leave(officer, householdId, membershipId, body.lastDay())));
  }

  /** What a change answers shows the whole household, as a look at it does. */
  private HouseholdAnswer shown(Caller officer, Households.Lines lines) {
    lookups.listed(
        officer,
        lines.household().region(),
        LookupPurpose.REGISTRATION,
        "household",
        lines.lines());
    return HouseholdAnswer.of(lines);
  }
}
