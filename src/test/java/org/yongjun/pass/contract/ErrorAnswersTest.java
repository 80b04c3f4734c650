package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.contract.BadRequests.JSON;
import static org.yongjun.pass.contract.BadRequests.NO_ID;
import static org.yongjun.pass.contract.BadRequests.assertRefused;
import static org.yongjun.pass.contract.BadRequests.build;
import static org.yongjun.pass.contract.BadRequests.builder;
import static org.yongjun.pass.contract.BadRequests.callerOf;
import static org.yongjun.pass.contract.BadRequests.contentTypeOf;
import static org.yongjun.pass.contract.BadRequests.deep;
import static org.yongjun.pass.contract.BadRequests.example;
import static org.yongjun.pass.contract.BadRequests.fieldsOf;
import static org.yongjun.pass.contract.BadRequests.filled;
import static org.yongjun.pass.contract.BadRequests.jsonOf;
import static org.yongjun.pass.contract.BadRequests.keyed;
import static org.yongjun.pass.contract.BadRequests.methodOf;
import static org.yongjun.pass.contract.BadRequests.object;
import static org.yongjun.pass.contract.BadRequests.pathOf;
import static org.yongjun.pass.contract.BadRequests.permitted;
import static org.yongjun.pass.contract.BadRequests.problem;
import static org.yongjun.pass.contract.BadRequests.request;
import static org.yongjun.pass.contract.BadRequests.requiredOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.access.Role;

/**
 * Bad requests of the usual kinds on every operation: a problem each time, never a fault of ours.
 */
class ErrorAnswersTest {
  private static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

  static Stream<String> operations() {
    return Routes.own().keySet().stream();
  }

  static Stream<String> withJson() {
    return operations().filter(name -> jsonOf(name) != null);
  }

  /** Those whose body the server reads into a record, field by field. */
  static Stream<String> withRecord() {
    return withJson().filter(name -> !readsBytes(name));
  }

  private static boolean readsBytes(String name) {
    return Routes.own().get(name).body().orElseThrow().getType() == byte[].class;
  }

  static Stream<String> withBody() {
    return operations().filter(name -> Contract.OPERATIONS.get(name).getRequestBody() != null);
  }

  static Stream<String> closed() {
    return operations().filter(name -> !Routes.own().get(name).secured().contains("isAnonymous()"));
  }

  @ParameterizedTest
  @MethodSource("closed")
  void withoutATokenNobodyIsSignedIn(String name) {
    assertRefused(401, "NOT_SIGNED_IN", request(name, Caller.NOBODY, example(name)));
    assertRefused(401, "NOT_SIGNED_IN", request(name, new Caller("no.valid.token"), example(name)));
  }

  @ParameterizedTest
  @MethodSource("closed")
  void theWrongRoleIsNotAllowed(String name) {
    List<String> allowed = Routes.own().get(name).secured();
    for (Role role : Role.values()) {
      if (!allowed.contains(role.name()) && !allowed.contains("isAuthenticated()")) {
        assertRefused(403, "NOT_ALLOWED", request(name, callerOf(role), example(name)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("withRecord")
  void whatIsNoJsonIsInvalid(String name) {
    for (String body : List.of("{", "", "[]", "null", "\"text\"", "{\"a\":}", "\u0000", deep())) {
      assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), body));
    }
  }

  @ParameterizedTest
  @MethodSource("withRecord")
  void anUnknownFieldIsInvalid(String name) {
    ObjectNode body = object(name);
    body.put("madeUpField", 1);
    assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), Json.text(body)));
  }

  @ParameterizedTest
  @MethodSource("withRecord")
  void aMissingFieldIsNamed(String name) {
    for (String field : requiredOf(name)) {
      ObjectNode without = object(name);
      without.remove(field);
      JsonNode problem =
          assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), Json.text(without)));
      assertFalse(problem.get("errors").isEmpty(), field);
      ObjectNode none = object(name);
      none.putNull(field);
      assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), Json.text(none)));
    }
  }

  @ParameterizedTest
  @MethodSource("withRecord")
  void aFieldOfTheWrongTypeIsInvalid(String name) {
    for (String field : fieldsOf(name)) {
      ObjectNode wrong = object(name);
      wrong.putObject(field).putArray("made").add("up");
      assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), Json.text(wrong)));
      wrong.put(field, "made up, and in no list of values ".repeat(200));
      assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), Json.text(wrong)));
    }
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void anotherContentTypeIsNotTaken(String name) {
    for (String type : List.of("application/xml", "text/plain", "image/png")) {
      assertRefused(
          415, "UNSUPPORTED_MEDIA_TYPE", build(name, permitted(name), type, example(name)));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anotherFormatIsNotOffered(String name) {
    HttpRequest.Builder request =
        builder(name, permitted(name), contentTypeOf(name), example(name));
    assertRefused(406, "NOT_ACCEPTABLE", request.header("Accept", "application/msword").build());
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void anOversizedBodyIsTooLarge(String name) {
    String body = " ".repeat(BODY_BYTES_MAX + 1);
    HttpRequest.Builder request = builder(name, permitted(name), contentTypeOf(name), body);
    // Otherwise the server may hang up while the client is still sending.
    assertRefused(413, "TOO_LARGE", request.expectContinue(true).build());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void oddParametersAreRefused(String name) {
    String path = pathOf(name);
    if (!path.contains("{") && !name.startsWith("GET")) {
      return;
    }
    for (String odd :
        List.of("%00", "%F0%9F%8E%96", "..%2F..", "x".repeat(2_000), "'%20or%201=1")) {
      String filled = path.replaceAll("\\{[^}]+}", odd);
      String query = path.contains("{") ? "" : "?region=" + odd + "&cursor=" + odd + "&from=" + odd;
      HttpRequest.Builder request =
          permitted(name).send(methodOf(name), filled + query, contentTypeOf(name), example(name));
      HttpResponse<byte[]> response = CheckedHttp.sendInvalid(keyed(name, request).build());
      assertTrue(response.statusCode() < 500, odd);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatIsNotThereIsNotFound(String name) {
    if (pathOf(name).contains("{")) {
      assertRefused(404, "NOT_FOUND", request(name, permitted(name), example(name)));
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anotherMethodIsNotAllowed(String name) {
    HttpRequest request = permitted(name).send("PATCH", filled(name), JSON, "{}").build();
    assertRefused(405, "METHOD_NOT_ALLOWED", request);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anEndlessAddressIsTooLarge(String name) {
    if (name.startsWith("GET")) {
      String path = filled(name).replace(NO_ID, "0".repeat(9_000));
      HttpRequest request = permitted(name).get(path + "?endless=" + "x".repeat(9_000));
      // The server has given up before it comes to the header with the language.
      problem(413, "TOO_LARGE", request, "zh-CN");
    }
  }

  @Test
  void anUnknownAddressIsNotFound() {
    assertRefused(404, "NOT_FOUND", Caller.NOBODY.get("/v1/made-up"));
    assertRefused(404, "NOT_FOUND", Caller.office(Role.ADMIN).get("/made-up"));
  }
}
