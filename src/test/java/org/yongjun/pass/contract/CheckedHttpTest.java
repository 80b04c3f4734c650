package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The check itself finds what it is there to find; a small server of the test's own misbehaves. */
class CheckedHttpTest {
  private static final String PROBLEM = "application/problem+json";

  @Test
  void anAnswerWithinTheContractPasses() throws IOException {
    assertEquals(200, answered(200, "application/json", "{\"status\":\"UP\"}", true));
  }

  @Test
  void everyDepartureIsFound() {
    assertBreaks(200, "application/json", "{\"status\":\"UP\",\"extra\":1}", true);
    assertBreaks(200, "application/json", "{}", true);
    assertBreaks(200, "application/json", "{\"status\":\"SIDEWAYS\"}", true);
    assertBreaks(200, "application/json", "{\"status\":\"UP\"", true);
    assertBreaks(200, "application/json", "{\"status\":\"UP\"}", false);
    assertBreaks(200, "text/html", "{\"status\":\"UP\"}", true);
    assertBreaks(418, PROBLEM, "{}", true);
  }

  @Test
  void problemsAreCheckedDownToTheirFields() {
    String problem =
        """
        {"type":"urn:yongjun-pass:problem:NOT_FOUND","title":"t","status":404,"detail":"d",
         "code":"NOT_FOUND","retryable":false,"requestId":"r","errors":[]%s}
        """;
    String path = "/v1/venues/00000000000000000000000000";
    assertBreaks(path, 404, PROBLEM, problem.formatted(",\"secret\":\"王五\""), true);
    assertBreaks(path, 404, PROBLEM, "{\"code\":\"NOT_FOUND\"}", true);
  }

  @Test
  void noValueOfABodyIsPrinted() {
    AssertionError error =
        assertBreaks(200, "application/json", "{\"status\":\"13800138000\"}", true);
    assertTrue(error.getMessage().contains("/status"));
    assertFalse(error.getMessage().contains("13800138000"));
  }

  private static AssertionError assertBreaks(
      int status, String type, String body, boolean hasRequestId) {
    return assertBreaks("/health", status, type, body, hasRequestId);
  }

  private static AssertionError assertBreaks(
      String path, int status, String type, String body, boolean hasRequestId) {
    return assertThrows(
        AssertionError.class, () -> answered(path, status, type, body, hasRequestId), body);
  }

  private static int answered(int status, String type, String body, boolean hasRequestId)
      throws IOException {
    return answered("/health", status, type, body, hasRequestId);
  }

  private static int answered(
      String path, int status, String type, String body, boolean hasRequestId) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.getResponseHeaders().set("Content-Language", "zh-CN");
          if (hasRequestId) {
            exchange.getResponseHeaders().set("X-Request-Id", "r");
          }
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
      return CheckedHttp.sendInvalid(HttpRequest.newBuilder(address).build()).statusCode();
    } finally {
      server.stop(0);
    }
  }
}
