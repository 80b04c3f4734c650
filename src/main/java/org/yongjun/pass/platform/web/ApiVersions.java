package org.yongjun.pass.platform.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Problem;

/**
 * The dated versions of the contract. A client that names one is never answered by another; one
 * that names none gets the newest.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ApiVersions {
  static final String HEADER = "Yongjun-Version";
  static final String NEWEST = "2026-11-22";

  private static final List<String> SUPPORTED = List.of(NEWEST);

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (SUPPORTED.containsAll(request.getHeaders().getAll(HEADER))) {
      return null;
    }
    String supported = String.join(", ", SUPPORTED);
    Problem problem =
        Problem.invalid(
            "/" + HEADER, "支持的版本：" + supported, "The versions supported are: " + supported);
    return Problems.answer(request, problem).header(HEADER, NEWEST);
  }

  @ResponseFilter
  void tell(MutableHttpResponse<?> response) {
    response.getHeaders().set(HEADER, NEWEST);
  }
}
