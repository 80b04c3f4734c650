package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.ServerProcess;
import org.yongjun.pass.TestFolders;
import org.yongjun.pass.platform.RateLimits;
import org.yongjun.pass.platform.RateQuota;
import org.yongjun.pass.platform.RateStanding;

/** Who asks too often is told when to come again; who counts is never in the way. */
class RateLimitTest {
  private static final Path DATA = TestFolders.create("rate");
  private static ServerProcess server;
  private static String url;

  @BeforeAll
  static void start() throws IOException {
    server =
        ServerProcess.start(
            Map.of(
                "PASS_DATA", DATA.toString(), "PASS_PORT", "0", "PASS_RATE_LIMIT_ANONYMOUS", "2"));
    url = server.url();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    TestFolders.delete(DATA);
  }

  @Test
  void beyondTheQuotaComes429AndWithoutRedisNobodyIsRefused() {
    HttpResponse<byte[]> first = keys();
    assertEquals(200, first.statusCode());
    assertEquals("\"anonymous\";q=2;w=60", header(first, "RateLimit-Policy"));
    assertEquals("\"anonymous\";r=1;t=30", header(first, "RateLimit"));
    assertEquals(200, keys().statusCode());

    HttpResponse<byte[]> refused = keys();
    assertEquals(429, refused.statusCode());
    assertTrue(header(refused, "RateLimit").startsWith("\"anonymous\";r=0;t="));
    int retryAfter = Integer.parseInt(header(refused, "Retry-After"));
    assertTrue(retryAfter > 5 && retryAfter <= 30, "" + retryAfter);

    ProcessHandle redis =
        server
            .handle()
            .descendants()
            .filter(child -> child.info().command().orElse("").contains("redis-server"))
            .findAny()
            .orElseThrow();
    redis.destroyForcibly();
    assertTrue(ServerProcess.await(Duration.ofSeconds(10), () -> !redis.isAlive()));
    for (int i = 0; i < 3; i++) {
      HttpResponse<byte[]> uncounted = keys();
      assertEquals(200, uncounted.statusCode());
      assertFalse(uncounted.headers().firstValue("RateLimit").isPresent());
    }
    assertEquals(1, server.output().split("requests go uncounted", -1).length - 1);
  }

  @Test
  void eachSubjectHasAQuotaOfItsOwnUnderEachName() {
    RateLimits limits = PassServer.context().getBean(RateLimits.class);
    RateQuota quota = new RateQuota("test", 1);
    String one = UUID.randomUUID().toString();
    assertTrue(taken(limits.take(quota, one)).isAllowed());
    RateStanding refused = taken(limits.take(quota, one));
    assertFalse(refused.isAllowed());
    assertEquals(0, refused.remaining());
    assertTrue(refused.retryAfterSeconds() > 30 && refused.retryAfterSeconds() <= 60);
    assertTrue(taken(limits.take(quota, UUID.randomUUID().toString())).isAllowed());
    assertTrue(taken(limits.take(new RateQuota("other", 1), one)).isAllowed());
  }

  private static RateStanding taken(Optional<RateStanding> standing) {
    return standing.orElseThrow();
  }

  private static HttpResponse<byte[]> keys() {
    return CheckedHttp.send(
        HttpRequest.newBuilder(URI.create(url + "/.well-known/yongjun-pass/keys")).build());
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
