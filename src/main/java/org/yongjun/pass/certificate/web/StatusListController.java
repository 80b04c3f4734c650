package org.yongjun.pass.certificate.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.certificate.StatusListPublisher;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Conditional;

/** Which bindings are suspended or revoked; public, since it names nobody. */
@Controller("/.well-known/yongjun-pass/status")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class StatusListController {
  private static final String CACHE = "max-age=60";

  private final StatusListPublisher publisher;

  StatusListController(StatusListPublisher publisher) {
    this.publisher = publisher;
  }

  /**
   * The list of an issuer as a compact JWS.
   *
   * @param since for a delta from that version on; its answer has no ETag
   */
  @Get("/{issuer}")
  @Produces("application/statuslist+jwt")
  HttpResponse<String> status(
      @PathVariable int issuer, @QueryValue @Nullable Long since, HttpRequest<?> request) {
    if (since != null) {
      return HttpResponse.ok(Answers.orThrow(publisher.delta(issuer, since)))
          .header("Cache-Control", CACHE);
    }
    StatusListPublisher.Published list =
        publisher.find(issuer).orElseThrow(() -> Answers.refuse(Problem.of(ProblemCode.NOT_FOUND)));
    String state = list.version() + "." + list.signedAtSeconds();
    return Conditional.byVersion(request, state, list.compactJws()).header("Cache-Control", CACHE);
  }
}
