package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Unavailability;

/**
 * Answers what no other handler knows. Only the place of a fault is logged, never an exception's
 * message: it may quote what somebody sent.
 */
@Singleton
final class Faults implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final Unavailability unavailability;

  Faults(Unavailability unavailability) {
    this.unavailability = unavailability;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, RuntimeException fault) {
    if (unavailability.isBehind(fault)) {
      LOG.warn("Unavailable for a moment: {}, request {}", names(fault), RequestIds.of(request));
      return Problems.answer(request, Problem.of(ProblemCode.UNAVAILABLE));
    }
    LOG.error("Fault in request {}: {}", RequestIds.of(request), places(fault));
    return Problems.answer(request, Problem.of(ProblemCode.INTERNAL_FAULT));
  }

  private static String names(Throwable fault) {
    StringBuilder names = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      names.append(names.isEmpty() ? "" : " <- ").append(cause.getClass().getName());
    }
    return names.toString();
  }

  private static String places(Throwable fault) {
    StringBuilder places = new StringBuilder(names(fault));
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      for (StackTraceElement place : cause.getStackTrace()) {
        if (place.getClassName().startsWith("org.yongjun.pass")) {
          places.append("\n    at ").append(place);
        }
      }
    }
    return places.toString();
  }
}
