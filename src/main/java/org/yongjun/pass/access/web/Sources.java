package org.yongjun.pass.access.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The network address that a request is counted under; behind a proxy, the one in the header that
 * {@code micronaut.server.client-address-header} names.
 */
@Singleton
final class Sources {
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  private final HttpClientAddressResolver addresses;

  Sources(HttpClientAddressResolver addresses) {
    this.addresses = addresses;
  }

  String of(HttpRequest<?> request) {
    return networkOf(Objects.requireNonNullElse(addresses.resolve(request), ""));
  }

  /**
   * An IPv6 address stands for its /64: one customer of a provider has that many addresses at least
   * (RFC 6177), and would otherwise have as many quotas. Anything else stays as it is.
   */
  static String networkOf(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length == IPV6_BYTES
          ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64"
          : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (IllegalArgumentException | UnknownHostException e) {
      // A proxy's header may hold a name; it is counted as it stands.
      return address;
    }
  }
}
