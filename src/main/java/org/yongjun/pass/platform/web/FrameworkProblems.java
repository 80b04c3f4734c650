package org.yongjun.pass.platform.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import org.yongjun.pass.kernel.Text;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.Problem.FieldError;
import org.yongjun.pass.platform.ProblemCode;

/**
 * Gives the framework's own refusals (unreadable JSON, no such path, body too large …) the shape of
 * all others. Its messages may quote the input, so only the place of a fault is passed on.
 */
@Singleton
@Primary
final class FrameworkProblems implements ErrorResponseProcessor<ProblemBody> {
  private final RequestIds requestIds;

  FrameworkProblems(RequestIds requestIds) {
    this.requestIds = requestIds;
  }

  @Override
  public MutableHttpResponse<ProblemBody> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    // What is refused before any filter runs, such as an endless address, has no id yet.
    if (RequestIds.of(context.getRequest()).isEmpty()) {
      requestIds.assign(context.getRequest());
    }
    ProblemCode code = codeOf(response.code());
    List<FieldError> errors =
        code == ProblemCode.INVALID_REQUEST
            ? context.getErrors().stream().flatMap(FrameworkProblems::place).toList()
            : List.of();
    MutableHttpResponse<ProblemBody> answer =
        Problems.answer(context.getRequest(), new Problem(code, code.text(), errors));
    answer.getHeaders().set(RequestIds.HEADER, RequestIds.of(context.getRequest()));
    answer.getHeaders().set(ApiVersions.HEADER, ApiVersions.NEWEST);
    keepAllow(response, answer);
    return answer;
  }

  private static java.util.stream.Stream<FieldError> place(Error error) {
    return error
        .getPath()
        .map(
            path ->
                new FieldError(
                    pointer(path), new Text("此处内容不符合要求", "What stands here is not acceptable")))
        .stream();
  }

  /** The body as a whole, which binding calls by its parameter's name, has the empty pointer. */
  private static String pointer(String path) {
    String pointer = path.startsWith("/") ? path : "/" + path.replace('.', '/');
    return pointer.equals("/body") ? "" : pointer;
  }

  private static void keepAllow(HttpResponse<?> from, MutableHttpResponse<?> to) {
    String allow = from.getHeaders().get("Allow");
    if (allow != null) {
      to.header("Allow", allow);
    }
  }

  private static ProblemCode codeOf(int status) {
    return switch (status) {
      case 401 -> ProblemCode.NOT_SIGNED_IN;
      case 403 -> ProblemCode.NOT_ALLOWED;
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 406 -> ProblemCode.NOT_ACCEPTABLE;
      case 409 -> ProblemCode.CONFLICT;
      case 413 -> ProblemCode.TOO_LARGE;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> ProblemCode.TOO_MANY_REQUESTS;
      case 502, 503, 504 -> ProblemCode.UNAVAILABLE;
      default -> status >= 500 ? ProblemCode.INTERNAL_FAULT : ProblemCode.INVALID_REQUEST;
    };
  }
}
