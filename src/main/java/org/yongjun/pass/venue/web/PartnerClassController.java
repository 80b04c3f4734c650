package org.yongjun.pass.venue.web;

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
import jakarta.validation.constraints.Pattern;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.venue.PartnerClasses;
import org.yongjun.pass.venue.web.LifeCycleWire.ClassAnswer;
import org.yongjun.pass.venue.web.LifeCycleWire.ClassList;
import org.yongjun.pass.venue.web.LifeCycleWire.NewClassRequest;

/** What the partners of a region may be. */
@Controller("/v1/partner-classes")
@ExecuteOn(TaskExecutors.BLOCKING)
class PartnerClassController {
  private final PartnerClasses classes;

  PartnerClassController(PartnerClasses classes) {
    this.classes = classes;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Secured(Role.Names.ADMIN)
  ClassAnswer create(@Body @Valid NewClassRequest body, Caller caller) {
    return ClassAnswer.of(
        Answers.orThrow(
            classes.create(
                caller,
                body.partnerClass(),
                RegionCode.of(body.region()),
                new Text(body.name().zh().strip(), body.name().en().strip()),
                body.redeems())));
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  ClassList list(@QueryValue @Pattern(regexp = "[0-9]{6}") String region) {
    return new ClassList(
        classes.list(RegionCode.of(region)).stream().map(ClassAnswer::of).toList());
  }
}
