package org.yongjun.pass.verification.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.BenefitFinder;
import org.yongjun.pass.verification.web.BenefitWire.BenefitSearchRequest;
import org.yongjun.pass.verification.web.BenefitWire.NearbyAnswer;

/** What I get here and now; a POST, so that no log and no proxy has where somebody stands. */
@Controller("/v1/benefit-searches")
@Secured(Role.Names.HOLDER)
@ExecuteOn(TaskExecutors.BLOCKING)
class BenefitSearchController {
  private final BenefitFinder finder;

  BenefitSearchController(BenefitFinder finder) {
    this.finder = finder;
  }

  @Post
  NearbyAnswer search(@Body @Valid BenefitSearchRequest body, Caller holder) {
    return NearbyAnswer.of(Answers.orThrow(finder.find(holder, body.toDomain())));
  }
}
