package org.yongjun.pass.platform.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.yongjun.pass.platform.RateQuota;
import org.yongjun.pass.platform.RateStanding;

/**
 * Tells a counted caller where it stands, in the structured fields of
 * draft-ietf-httpapi-ratelimit-headers.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RateHeaders {
  static final String POLICY = "RateLimit-Policy";
  static final String STANDING = "RateLimit";

  private static final String ATTRIBUTE = "org.yongjun.pass.rateStanding";

  RateHeaders() {}

  /** Has the answer to this request tell {@code standing}. */
  public static void remember(HttpRequest<?> request, RateStanding standing) {
    request.setAttribute(ATTRIBUTE, standing);
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(ATTRIBUTE, RateStanding.class)
        .ifPresent(standing -> tell(standing, response));
  }

  private static void tell(RateStanding standing, MutableHttpResponse<?> response) {
    RateQuota quota = standing.quota();
    String name = '"' + quota.name() + '"';
    response
        .getHeaders()
        .set(POLICY, name + ";q=" + quota.perMinute() + ";w=" + RateQuota.WINDOW_SECONDS)
        .set(STANDING, name + ";r=" + standing.remaining() + ";t=" + standing.resetSeconds());
    if (!standing.isAllowed() && response.code() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
      response
          .getHeaders()
          .set(HttpHeaders.RETRY_AFTER, Long.toString(standing.retryAfterSeconds()));
    }
  }
}
