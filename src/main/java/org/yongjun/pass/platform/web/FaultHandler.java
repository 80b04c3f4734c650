package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.BareFault;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Unavailability;

/**
 * Answers and logs what nothing else handles: 503 where a service is down or busy for a moment and
 * nothing was done, otherwise 500. The framework would log the exception's message, which may quote
 * the request.
 */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  private final Unavailability unavailability;

  FaultHandler(Unavailability unavailability) {
    this.unavailability = unavailability;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    String id = RequestIds.of(request);
    if (unavailability.isBehind(failure)) {
      LOG.warn(
          "Unavailable for a moment at request {}: {} {}",
          id,
          BareFault.of(failure).chain(),
          unavailability.codes(failure));
      return Problems.answer(request, Problem.of(ProblemCode.UNAVAILABLE));
    }
    if (failure instanceof IOException) {
      // The client has gone, as clients do; our own files fail unchecked.
      LOG.debug("The connection of request {} broke", id, BareFault.of(failure));
    } else {
      String codes = unavailability.codes(failure);
      LOG.error("A fault at request {} {}", id, codes, BareFault.of(failure));
    }
    return Problems.answer(request, Problem.of(ProblemCode.INTERNAL_FAULT));
  }
}
