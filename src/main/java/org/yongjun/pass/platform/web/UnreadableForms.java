package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.util.List;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** Answers a form that Netty cannot decode, which the framework takes for a fault of the server. */
@Singleton
final class UnreadableForms implements ExceptionHandler<DecoderException, HttpResponse<?>> {
  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, DecoderException unreadable) {
    ProblemCode code = ProblemCode.INVALID_REQUEST;
    return Problems.answer(request, new Problem(code, code.text(), List.of()));
  }
}
