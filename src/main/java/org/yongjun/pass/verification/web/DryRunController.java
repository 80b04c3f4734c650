package org.yongjun.pass.verification.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.verification.DryRuns;
import org.yongjun.pass.verification.web.DryRunWire.DryRunAnswer;
import org.yongjun.pass.verification.web.DryRunWire.DryRunRequest;
import org.yongjun.pass.verification.web.DryRunWire.SampleRequest;

/** Tries a list on samples before it is published. */
@Controller("/v1/catalogue-dry-runs")
@ExecuteOn(TaskExecutors.BLOCKING)
class DryRunController {
  private final DryRuns dryRuns;

  DryRunController(DryRuns dryRuns) {
    this.dryRuns = dryRuns;
  }

  @Post
  @Status(HttpStatus.OK)
  @Secured({Role.Names.CLERK, Role.Names.REVIEWER, Role.Names.ADMIN})
  DryRunAnswer run(@Body @Valid DryRunRequest body, Caller caller) {
    List<DryRuns.Sample> samples = body.samples().stream().map(SampleRequest::toDomain).toList();
    return DryRunAnswer.of(
        Answers.orThrow(
            dryRuns
                .open(caller, body.draftId(), body.document())
                .then(candidate -> dryRuns.run(caller, candidate, samples))));
  }
}
