package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/**
 * Nothing here has a name outside ASCII, so such a path leads nowhere. Without this, it would reach
 * the database, which cannot compare it with an identifier.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PlainPaths {
  private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");

  @RequestFilter
  @Nullable HttpResponse<?> find(HttpRequest<?> request) {
    String path = request.getUri().getPath();
    if (path == null || PLAIN.matcher(path).matches()) {
      return null;
    }
    ProblemCode code = ProblemCode.NOT_FOUND;
    return Problems.answer(request, new Problem(code, code.text(), List.of()));
  }
}
