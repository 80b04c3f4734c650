package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yongjun.pass.access.Role;
import org.yongjun.pass.kernel.RegionCode;

/** Makes requests for any operation, whole or spoilt, and checks how they are refused. */
final class BadRequests {
  static final String JSON = "application/json";
  static final String NO_ID = "00000000000000000000000000";

  private BadRequests() {}

  /** Sends it in both languages, and answers what was refused in Chinese. */
  static JsonNode assertRefused(int status, String code, HttpRequest request) {
    JsonNode english =
        problem(
            status,
            code,
            HttpRequest.newBuilder(request, (n, v) -> true)
                .setHeader("Accept-Language", "en-GB,en;q=0.9")
                .build(),
            "en");
    JsonNode chinese = problem(status, code, request, "zh-CN");
    assertTrue(chinese.get("title").asText().codePoints().anyMatch(Character::isIdeographic));
    assertTrue(english.get("title").asText().chars().allMatch(c -> c < 128));
    return chinese;
  }

  static JsonNode problem(int status, String code, HttpRequest request, String language) {
    HttpResponse<byte[]> response = CheckedHttp.sendInvalid(request);
    assertEquals(status, response.statusCode(), request.method() + " " + request.uri().getPath());
    assertEquals("application/problem+json", response.headers().firstValue("Content-Type").get());
    assertEquals(language, response.headers().firstValue("Content-Language").get());
    JsonNode problem = Json.of(response);
    assertEquals(code, problem.get("code").asText());
    assertEquals(status, problem.get("status").asInt());
    assertEquals(
        response.headers().firstValue("X-Request-Id").get(), problem.get("requestId").asText());
    assertFalse(problem.get("requestId").asText().isEmpty());
    return problem;
  }

  static HttpRequest request(String name, Caller caller, String body) {
    return build(name, caller, contentTypeOf(name), body);
  }

  static HttpRequest build(String name, Caller caller, String type, String body) {
    return builder(name, caller, type, body).build();
  }

  static HttpRequest.Builder builder(String name, Caller caller, String type, String body) {
    String path = filled(name) + queryOf(name);
    return methodOf(name).equals("GET")
        ? caller.request(path).GET()
        : keyed(name, caller.send(methodOf(name), path, type, body));
  }

  static HttpRequest.Builder keyed(String name, HttpRequest.Builder request) {
    return Routes.own().get(name).headerNames().isEmpty()
        ? request
        : request.header("Idempotency-Key", "errors-1");
  }

  private static String queryOf(String name) {
    return name.startsWith("GET /v1/figures") ? "?region=130400&from=2026-01-01&to=2026-12-31" : "";
  }

  static Caller permitted(String name) {
    List<String> secured = Routes.own().get(name).secured();
    if (secured.contains("isAnonymous()")) {
      return Caller.NOBODY;
    }
    return callerOf(
        secured.contains("isAuthenticated()") ? Role.HOLDER : Role.valueOf(secured.getFirst()));
  }

  static Caller callerOf(Role role) {
    boolean atVenue = role == Role.TERMINAL || role == Role.GATE || role == Role.VENUE_OWNER;
    return Caller.of("nobody-" + role, role, RegionCode.NATION, atVenue ? NO_ID : null);
  }

  static String methodOf(String name) {
    return name.substring(0, name.indexOf(' '));
  }

  static String pathOf(String name) {
    return name.substring(name.indexOf(' ') + 1);
  }

  static String filled(String name) {
    return pathOf(name)
        .replace("{version}", "1")
        .replace("{code}", "made-up")
        .replaceAll("\\{[^}]+}", NO_ID);
  }

  static MediaType jsonOf(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    return operation.getRequestBody() == null
        ? null
        : operation.getRequestBody().getContent().get(JSON);
  }

  static String contentTypeOf(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    return operation.getRequestBody() == null
        ? JSON
        : operation.getRequestBody().getContent().keySet().iterator().next();
  }

  static ObjectNode object(String name) {
    String example = jsonOf(name).getExamples().keySet().iterator().next();
    return Examples.json(name, example, Map.of());
  }

  static String example(String name) {
    if (jsonOf(name) != null) {
      return Json.text(object(name));
    }
    return Contract.OPERATIONS.get(name).getRequestBody() == null ? "" : "made up";
  }

  /** Without those that take any object: what is in such a one is not a matter of its type. */
  static Set<String> fieldsOf(String name) {
    Schema<?> schema = Shapes.followed(jsonOf(name).getSchema());
    Set<String> fields = new TreeSet<>(schema.getProperties().keySet());
    fields.removeIf(
        field ->
            Boolean.TRUE.equals(
                Shapes.followed(schema.getProperties().get(field)).getAdditionalProperties()));
    return fields;
  }

  static List<String> requiredOf(String name) {
    Schema<?> schema = Shapes.followed(jsonOf(name).getSchema());
    return schema.getRequired() == null ? List.of() : new ArrayList<>(schema.getRequired());
  }

  static String deep() {
    return "{\"a\":".repeat(5_000);
  }
}
