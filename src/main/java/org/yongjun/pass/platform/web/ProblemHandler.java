package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a refusal that a controller met. */
@Singleton
final class ProblemHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {
  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, ProblemException exception) {
    return Problems.answer(request, exception.problem());
  }
}
