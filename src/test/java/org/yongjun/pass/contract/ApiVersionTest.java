package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that names a dated version gets that one or is told which there are. */
class ApiVersionTest {
  private static final String NEWEST = "2026-11-22";
  private static final String KEYS = "/.well-known/yongjun-pass/keys";

  @Test
  void theNamedVersionIsRepeatedAndSoIsTheNewestWithoutAName() {
    HttpResponse<byte[]> named =
        CheckedHttp.send(Caller.NOBODY.request(KEYS).header("Yongjun-Version", NEWEST).build());
    assertEquals(200, named.statusCode());
    assertEquals(NEWEST, version(named));
    assertEquals(NEWEST, version(CheckedHttp.send(Caller.NOBODY.get(KEYS))));
  }

  @Test
  void refusalsTellTheVersionToo() {
    HttpResponse<byte[]> refused = CheckedHttp.send(Caller.NOBODY.get("/v1/venues"));
    assertEquals(401, refused.statusCode());
    assertEquals(NEWEST, version(refused));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-21", "2027-01-01", "1", "2026-13-40", "newest"})
  void anotherVersionIsRefusedWithThoseThereAre(String version) {
    HttpRequest request =
        Caller.NOBODY
            .request(KEYS)
            .header("Yongjun-Version", version)
            .header("Accept-Language", "en")
            .build();
    HttpResponse<byte[]> refused = CheckedHttp.sendInvalid(request);
    assertEquals(400, refused.statusCode());
    assertEquals(NEWEST, version(refused));
    String body = new String(refused.body(), StandardCharsets.UTF_8);
    assertTrue(body.contains("\"INVALID_REQUEST\""));
    assertTrue(body.contains("/Yongjun-Version"));
    assertTrue(body.contains(NEWEST));
  }

  private static String version(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Yongjun-Version").orElseThrow();
  }
}
