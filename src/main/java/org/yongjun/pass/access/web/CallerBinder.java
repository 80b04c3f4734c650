package org.yongjun.pass.access.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;
import org.yongjun.pass.platform.web.RequestIds;

/** Gives a controller's {@link Caller} parameter its value from the checked bearer token. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> source) {
    Optional<Caller> caller =
        source
            .getUserPrincipal(Authentication.class)
            .map(authentication -> toCaller(authentication, RequestIds.of(source)));
    return () -> caller;
  }

  private static Caller toCaller(Authentication authentication, String requestId) {
    Object venue = authentication.getAttributes().get(AccessTokens.CLAIM_VENUE);
    return new Caller(
        authentication.getName(),
        Role.valueOf(authentication.getRoles().iterator().next()),
        RegionCode.of(authentication.getAttributes().get(AccessTokens.CLAIM_REGION).toString()),
        venue == null ? null : venue.toString(),
        requestId);
  }
}
