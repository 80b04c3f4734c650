package org.yongjun.pass.platform.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;

/** A form that cannot be decoded is the caller's mistake, which the framework calls its own. */
@Singleton
final class UnreadableForm implements ExceptionHandler<ErrorDataDecoderException, HttpResponse<?>> {
  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, ErrorDataDecoderException exception) {
    return Problems.answer(request, Problem.of(ProblemCode.INVALID_REQUEST));
  }
}
