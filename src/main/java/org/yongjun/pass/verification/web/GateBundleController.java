package org.yongjun.pass.verification.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.Conditional;
import org.yongjun.pass.verification.GateBundles;

/** What a gate decides by without a network: the signed bundle of its own venue. */
@Controller("/v1/gate-bundle")
@Secured({Role.Names.GATE, Role.Names.TERMINAL})
@ExecuteOn(TaskExecutors.BLOCKING)
class GateBundleController {
  private static final String OWN = "private, no-cache";

  private final GateBundles bundles;

  GateBundleController(GateBundles bundles) {
    this.bundles = bundles;
  }

  /**
   * The bundle as a compact JWS.
   *
   * @param since the version that the gate has, for what changed; a whole bundle where that version
   *     is not known any more
   */
  @Get
  @Produces("application/jose")
  HttpResponse<String> get(
      @Nullable @QueryValue @Min(0) Long since, HttpRequest<?> request, Caller terminal) {
    GateBundles.Prepared bundle = Answers.orThrow(bundles.prepare(terminal, since));
    MutableHttpResponse<String> answer = Conditional.byVersion(request, bundle.tag(), "");
    return (answer.code() == HttpResponse.ok().code() ? answer.body(bundle.sign()) : answer)
        .header(HttpHeaders.CACHE_CONTROL, OWN);
  }
}
