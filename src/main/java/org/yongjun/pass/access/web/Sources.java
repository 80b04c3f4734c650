package org.yongjun.pass.access.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * The network address that a request is counted under; behind a proxy, the one in the header that
 * {@code micronaut.server.client-address-header} names.
 */
@Singleton
final class Sources {
  private final HttpClientAddressResolver addresses;

  Sources(HttpClientAddressResolver addresses) {
    this.addresses = addresses;
  }

  String of(HttpRequest<?> request) {
    return Objects.requireNonNullElse(addresses.resolve(request), "");
  }
}
