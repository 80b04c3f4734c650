package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.BareFault;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/**
 * Answers and logs what nothing else handles. The framework would log the exception's message,
 * which may quote the request.
 */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    String id = RequestIds.of(request);
    if (failure instanceof IOException) {
      // The client has gone, as clients do; our own files fail unchecked.
      LOG.debug("The connection of request {} broke", id, BareFault.of(failure));
    } else {
      LOG.error("A fault at request {}", id, BareFault.of(failure));
    }
    ProblemCode code = ProblemCode.INTERNAL_FAULT;
    return Problems.answer(request, new Problem(code, code.text(), List.of()));
  }
}
