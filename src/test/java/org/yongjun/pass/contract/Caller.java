package org.yongjun.pass.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.access.AccessTokens;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/** Someone who calls the server, with or without a token. */
record Caller(@Nullable String token) {
  static final Caller NOBODY = new Caller(null);

  /** An officer of the whole country. */
  static Caller office(Role role) {
    return of("contract-" + role, role, RegionCode.NATION, null);
  }

  static Caller of(String id, Role role, RegionCode region, @Nullable String venueId) {
    return new Caller(
        PassServer.context()
            .getBean(AccessTokens.class)
            .mint(id, role, region, venueId, Duration.ofMinutes(10)));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PassServer.url() + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  HttpRequest get(String path) {
    return request(path).GET().build();
  }

  HttpRequest.Builder send(String method, String path, String contentType, String body) {
    return request(path)
        .header("Content-Type", contentType)
        .method(method, BodyPublishers.ofString(body));
  }

  HttpRequest post(String path, String json) {
    return send("POST", path, "application/json", json).build();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Caller";
  }
}
