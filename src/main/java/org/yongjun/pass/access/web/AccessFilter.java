package org.yongjun.pass.access.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import org.yongjun.pass.access.AccessGuard;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.web.Answers;

/** Asks {@link AccessGuard} about every call that carries a token, once the token is checked. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {
  private final AccessGuard guard;

  AccessFilter(AccessGuard guard) {
    this.guard = guard;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    request
        .getUserPrincipal(Authentication.class)
        .ifPresent(authentication -> check(authentication, request));
  }

  private void check(Authentication authentication, HttpRequest<?> request) {
    Object session = authentication.getAttributes().get(AccessTokens.CLAIM_SESSION);
    guard
        .objection(
            authentication.getName(),
            Role.valueOf(authentication.getRoles().iterator().next()),
            session == null ? null : session.toString(),
            request.getMethodName(),
            request.getPath())
        .ifPresent(AccessFilter::refuse);
  }

  private static void refuse(Problem problem) {
    throw Answers.refuse(problem);
  }
}
