package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import org.yongjun.pass.platform.Problem;

/** Renders refusals in the caller's language. */
final class Problems {
  static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  /** Seconds after which a retryable refusal is worth another try. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private Problems() {}

  static MutableHttpResponse<ProblemBody> answer(HttpRequest<?> request, Problem problem) {
    String tag = CallerLanguage.of(request);
    List<ProblemBody.FieldFault> faults =
        problem.errors().stream()
            .map(
                error ->
                    new ProblemBody.FieldFault(
                        error.pointer(), error.detail().in(tag), error.line()))
            .toList();
    ProblemBody body =
        new ProblemBody(
            "urn:yongjun-pass:problem:" + problem.code().name(),
            problem.code().text().in(tag),
            problem.code().status(),
            problem.detail().in(tag),
            problem.code().name(),
            problem.code().isRetryable(),
            RequestIds.of(request),
            faults);
    MutableHttpResponse<ProblemBody> response =
        HttpResponse.<ProblemBody>status(HttpStatus.valueOf(body.status()))
            .body(body)
            .contentType(PROBLEM_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, CallerLanguage.answered(tag));
    if (problem.code().isRetryable()) {
      response.header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
    }
    return response;
  }
}
