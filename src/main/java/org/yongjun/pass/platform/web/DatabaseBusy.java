package org.yongjun.pass.platform.web;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** No connection to the database in time: nothing was done, and the caller may come again. */
@Singleton
final class DatabaseBusy implements ExceptionHandler<ConnectionException, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseBusy.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, ConnectionException exception) {
    LOG.warn("No database connection in time: {}", exception.getMessage());
    return Problems.answer(request, Problem.of(ProblemCode.UNAVAILABLE));
  }
}
