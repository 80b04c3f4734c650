package org.yongjun.pass.access.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.RateLimits;
import org.yongjun.pass.platform.RateStanding;
import org.yongjun.pass.platform.web.Answers;
import org.yongjun.pass.platform.web.RateHeaders;

/**
 * Counts each call of the API against its caller's quota, once the token is checked and before the
 * database is asked anything. Who has not signed in is counted by network address.
 */
@ServerFilter({"/v1/**", "/.well-known/**"})
final class RateFilter implements Ordered {
  private final RateLimits limits;
  private final RateSettings settings;
  private final Sources sources;

  RateFilter(RateLimits limits, RateSettings settings, Sources sources) {
    this.limits = limits;
    this.settings = settings;
    this.sources = sources;
  }

  /** Right before {@link AccessFilter}, which reads the database. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after() - 1;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void count(HttpRequest<?> request) {
    request
        .getUserPrincipal(Authentication.class)
        .map(
            caller ->
                limits.take(
                    settings.of(Role.valueOf(caller.getRoles().iterator().next())),
                    caller.getName()))
        .orElseGet(() -> limits.take(settings.ofAnonymous(), sources.of(request)))
        .ifPresent(standing -> judge(request, standing));
  }

  private static void judge(HttpRequest<?> request, RateStanding standing) {
    RateHeaders.remember(request, standing);
    if (!standing.isAllowed()) {
      throw Answers.refuse(Problem.of(ProblemCode.TOO_MANY_REQUESTS));
    }
  }
}
