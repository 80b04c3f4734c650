package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.StoreBusyException;

/** A transaction that got no turn: nothing was done, and the caller may come again. */
@Singleton
final class StoreBusy implements ExceptionHandler<StoreBusyException, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(StoreBusy.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, StoreBusyException exception) {
    LOG.warn("A transaction got no turn: {}", String.valueOf(exception.getCause()));
    return Problems.answer(request, Problem.of(ProblemCode.UNAVAILABLE));
  }
}
