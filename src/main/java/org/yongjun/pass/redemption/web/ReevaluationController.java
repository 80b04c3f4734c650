package org.yongjun.pass.redemption.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.redemption.Reevaluations;

/** Decides a stored redemption again, for auditors. */
@Controller("/v1/redemptions/{redemptionId}/re-evaluation")
@Secured({Role.Names.AUDITOR, Role.Names.ADMIN})
@ExecuteOn(TaskExecutors.BLOCKING)
class ReevaluationController {
  private final Reevaluations reevaluations;

  ReevaluationController(Reevaluations reevaluations) {
    this.reevaluations = reevaluations;
  }

  @Serdeable
  record DifferenceAnswer(String where, String stored, String evaluated) {}

  @Serdeable
  record ReevaluationAnswer(
      String redemptionId, Reevaluations.Result result, List<DifferenceAnswer> differences) {}

  @Get
  ReevaluationAnswer reevaluate(@PathVariable String redemptionId, Caller caller) {
    Reevaluations.Reevaluation found =
        Answers.orThrow(reevaluations.reevaluate(caller, redemptionId));
    return new ReevaluationAnswer(
        found.redemptionId(),
        found.result(),
        found.differences().stream()
            .map(each -> new DifferenceAnswer(each.where(), each.stored(), each.evaluated()))
            .toList());
  }
}
