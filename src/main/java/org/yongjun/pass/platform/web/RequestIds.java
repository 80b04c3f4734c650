package org.yongjun.pass.platform.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Ids;

/**
 * Gives each request its correlation id: the one that the client sent in {@code X-Request-Id}, if
 * it is harmless, otherwise a new one. The answer repeats it and every stored entry carries it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = "org.yongjun.pass.requestId";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Ids ids;

  RequestIds(Ids ids) {
    this.ids = ids;
  }

  @RequestFilter
  void assign(HttpRequest<?> request) {
    String sent = request.getHeaders().get(HEADER);
    boolean keep = sent != null && HARMLESS.matcher(sent).matches();
    request.setAttribute(ATTRIBUTE, keep ? sent : ids.next());
  }

  @ResponseFilter
  void repeat(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.getHeaders().set(HEADER, of(request));
  }

  /** The id of a request; empty for one that failed before any filter ran. */
  public static String of(@Nullable HttpRequest<?> request) {
    return request == null ? "" : request.getAttribute(ATTRIBUTE, String.class).orElse("");
  }
}
