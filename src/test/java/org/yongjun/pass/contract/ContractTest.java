package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpResponse;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.contract.Routes.Route;
import org.yongjun.pass.kernel.ReasonCode;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.RefusedReason;
import org.yongjun.pass.platform.web.ProblemBody;

/** What the contract says and what the code offers are the same, in both directions. */
class ContractTest {
  private static final String HEALTH = "GET /health";

  static Stream<String> operations() {
    return Routes.own().keySet().stream();
  }

  @Test
  void everyRouteIsAnOperationAndEveryOperationARoute() {
    Set<String> offered = new TreeSet<>(Routes.own().keySet());
    assertTrue(Routes.foreign().contains(HEALTH));
    offered.add(HEALTH);
    assertEquals(offered, new TreeSet<>(Contract.OPERATIONS.keySet()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theBodyOfARequestHasTheFieldsAndBoundsOfItsRecord(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    var body = Routes.own().get(name).body();
    assertEquals(body.isPresent(), operation.getRequestBody() != null);
    if (body.isEmpty() || body.get().getType() == byte[].class) {
      return;
    }
    Schema<?> schema = onlySchema(operation.getRequestBody().getContent());
    assertEquals(List.of(), Shapes.compareRequest(name, schema, body.get().getParameterizedType()));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerHasTheFieldsOfItsRecord(String name) {
    Type type = answered(Routes.own().get(name));
    if (type == byte[].class || type == String.class || type == void.class) {
      return;
    }
    List<String> faults = new ArrayList<>();
    for (String status : Contract.OPERATIONS.get(name).getResponses().keySet()) {
      ApiResponse answer = Contract.answer(Contract.OPERATIONS.get(name), status);
      if (status.startsWith("2")) {
        faults.addAll(
            Shapes.compareAnswer(name + " " + status, onlySchema(answer.getContent()), type));
      }
    }
    assertEquals(List.of(), faults);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRefusalIsAProblem(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    for (String status : operation.getResponses().keySet()) {
      if (Integer.parseInt(status) >= 400) {
        Content content = Contract.answer(operation, status).getContent();
        assertEquals(Set.of("application/problem+json"), content.keySet(), status);
        assertEquals(
            List.of(), Shapes.compareAnswer(status, onlySchema(content), ProblemBody.class));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyDeclaredCodeExistsUnderItsStatus(String name) {
    Map<String, Integer> statuses = new HashMap<>();
    for (ProblemCode code : ProblemCode.values()) {
      statuses.put(code.name(), code.status());
    }
    for (ReasonCode reason : ReasonCode.values()) {
      statuses.put(reason.name(), new RefusedReason(reason).status());
    }
    Operation operation = Contract.OPERATIONS.get(name);
    for (String status : operation.getResponses().keySet()) {
      if (Integer.parseInt(status) >= 400) {
        List<?> codes = listOf(Contract.answer(operation, status).getExtensions(), "x-codes");
        assertTrue(!codes.isEmpty(), status);
        codes.forEach(code -> assertEquals(Integer.valueOf(status), statuses.get(code), "" + code));
      }
    }
  }

  @Test
  void redeemingMayAnswerWithEveryReason() {
    Operation redeem = Contract.OPERATIONS.get("POST /v1/redemptions");
    Set<Object> declared = new TreeSet<>();
    for (String status : List.of("400", "409", "422")) {
      declared.addAll(listOf(Contract.answer(redeem, status).getExtensions(), "x-codes"));
    }
    for (ReasonCode reason : ReasonCode.values()) {
      assertTrue(declared.contains(reason.name()), reason.name());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void rolesAreThoseOfTheCode(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    List<String> secured = Routes.own().get(name).secured();
    assertTrue(!secured.isEmpty());
    boolean isOpen = secured.equals(List.of(SecurityRule.IS_ANONYMOUS));
    assertEquals(isOpen, operation.getSecurity() != null && operation.getSecurity().isEmpty());
    boolean isForAll = secured.equals(List.of(SecurityRule.IS_AUTHENTICATED));
    Map<String, Object> extensions =
        Objects.requireNonNullElse(operation.getExtensions(), Map.of());
    assertEquals(!isOpen, extensions.containsKey("x-roles"));
    assertEquals(
        isOpen || isForAll ? Set.of() : new TreeSet<>(secured),
        new TreeSet<>(listOf(extensions, "x-roles")));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void parametersAreThoseOfTheCode(String name) {
    Route route = Routes.own().get(name);
    assertEquals(new TreeSet<>(route.queryNames()), parametersOf(name, "query"));
    assertEquals(new TreeSet<>(route.pathNames()), parametersOf(name, "path"));
    assertTrue(parametersOf(name, "header").containsAll(route.headerNames()));
    assertTrue(
        parametersOf(name, "header")
            .containsAll(List.of("X-Request-Id", "Accept-Language", "Yongjun-Version")));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyAnswerTellsTheRateAndTheVersionAndEveryOperationMayBeRefusedByThem(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    assertTrue(operation.getResponses().keySet().containsAll(List.of("400", "429")));
    for (String status : operation.getResponses().keySet()) {
      Set<String> headers = Contract.answer(operation, status).getHeaders().keySet();
      assertTrue(headers.contains("RateLimit-Policy"), status);
      assertTrue(headers.contains("RateLimit"), status);
      assertTrue(headers.contains("Yongjun-Version"), status);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationIsExplainedInBothLanguages(String name) {
    Operation operation = Contract.OPERATIONS.get(name);
    assertNotNull(operation.getOperationId());
    for (String text : List.of(operation.getSummary(), operation.getDescription())) {
      assertTrue(text.codePoints().anyMatch(Character::isIdeographic), text);
      assertTrue(text.chars().anyMatch(c -> c >= 'a' && c <= 'z'), text);
    }
    if (operation.getRequestBody() != null) {
      assertTrue(
          operation.getRequestBody().getContent().values().stream()
              .anyMatch(each -> each.getExamples() != null));
    }
  }

  private static Set<String> parametersOf(String name, String in) {
    PathItem path = Contract.MODEL.getPaths().get(name.substring(name.indexOf(' ') + 1));
    Set<String> names = new TreeSet<>();
    Stream.of(path.getParameters(), Contract.OPERATIONS.get(name).getParameters())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(ContractTest::followed)
        .filter(parameter -> parameter.getIn().equals(in))
        .forEach(parameter -> names.add(parameter.getName()));
    return names;
  }

  private static Parameter followed(Parameter parameter) {
    return parameter.get$ref() == null
        ? parameter
        : Contract.MODEL
            .getComponents()
            .getParameters()
            .get(Contract.lastPart(parameter.get$ref()));
  }

  private static Type answered(Route route) {
    Type type = route.method().getGenericReturnType();
    return type instanceof ParameterizedType wrapped && wrapped.getRawType() == HttpResponse.class
        ? wrapped.getActualTypeArguments()[0]
        : type;
  }

  private static Schema<?> onlySchema(Content content) {
    assertEquals(1, content.size());
    return content.values().iterator().next().getSchema();
  }

  private static List<?> listOf(Map<String, Object> extensions, String name) {
    Object list = extensions == null ? null : extensions.get(name);
    return list == null ? List.of() : (List<?>) list;
  }
}
