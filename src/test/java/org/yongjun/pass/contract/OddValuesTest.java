package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.contract.BadRequests.JSON;
import static org.yongjun.pass.contract.BadRequests.assertRefused;
import static org.yongjun.pass.contract.BadRequests.callerOf;
import static org.yongjun.pass.contract.BadRequests.fieldsOf;
import static org.yongjun.pass.contract.BadRequests.filled;
import static org.yongjun.pass.contract.BadRequests.jsonOf;
import static org.yongjun.pass.contract.BadRequests.keyed;
import static org.yongjun.pass.contract.BadRequests.methodOf;
import static org.yongjun.pass.contract.BadRequests.object;
import static org.yongjun.pass.contract.BadRequests.permitted;
import static org.yongjun.pass.contract.BadRequests.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yongjun.pass.access.Role;

/** Values of the right type that nothing can be done with, on every operation that takes such. */
class OddValuesTest {
  private static final List<String> DAYS_OF_NO_USE =
      List.of("%2B999999999-12-31", "%2B99999-01-01", "-0500-01-01", "0000-01-01", "2024-02-30");

  static Stream<String> withRecord() {
    return ErrorAnswersTest.withRecord();
  }

  static Stream<String> withDays() {
    return ErrorAnswersTest.operations()
        .filter(name -> queryOf(name).stream().anyMatch(OddValuesTest::isDay));
  }

  private static List<Parameter> queryOf(String name) {
    List<Parameter> parameters = Contract.OPERATIONS.get(name).getParameters();
    return parameters == null
        ? List.of()
        : parameters.stream()
            .filter(each -> "query".equals(each.getIn()) && each.getSchema() != null)
            .toList();
  }

  private static boolean isDay(Parameter parameter) {
    return "date".equals(parameter.getSchema().getFormat());
  }

  @ParameterizedTest
  @MethodSource("withDays")
  void aDayInAQueryIsOneOfAFourDigitYear(String name) {
    for (Parameter wanted : queryOf(name)) {
      if (!isDay(wanted)) {
        continue;
      }
      for (String day : DAYS_OF_NO_USE) {
        List<String> query = new ArrayList<>(List.of(wanted.getName() + "=" + day));
        queryOf(name).stream()
            .filter(each -> Boolean.TRUE.equals(each.getRequired()) && each != wanted)
            .forEach(each -> query.add(each.getName() + "=" + sound(each)));
        String path = filled(name) + "?" + String.join("&", query);
        JsonNode problem = assertRefused(400, "INVALID_REQUEST", permitted(name).get(path));
        assertTrue(
            problem.get("errors").toString().contains("/" + wanted.getName() + "\""),
            () -> path + " " + problem);
      }
    }
  }

  private static String sound(Parameter parameter) {
    if (isDay(parameter)) {
      return "2026-01-01";
    }
    return parameter.getName().equals("region") ? "130400" : parameter.getExample().toString();
  }

  @ParameterizedTest
  @MethodSource("withRecord")
  void aListHoldsNoNull(String name) {
    Schema<?> schema = Shapes.followed(jsonOf(name).getSchema());
    for (String field : fieldsOf(name)) {
      if ("array".equals(Shapes.followed(schema.getProperties().get(field)).getType())) {
        ObjectNode body = object(name);
        body.putArray(field).addNull();
        assertRefused(400, "INVALID_REQUEST", request(name, permitted(name), Json.text(body)));
      }
    }
  }

  /** A word of another script is no fault of ours, though it cannot be compared with a code. */
  @ParameterizedTest
  @MethodSource("withRecord")
  void aChineseWordIsAnAnswerOrRefused(String name) {
    List<String> allowed = Routes.own().get(name).secured();
    for (Role role : Role.values()) {
      if (!allowed.contains(role.name())) {
        continue;
      }
      for (String field : fieldsOf(name)) {
        ObjectNode body = object(name);
        body.put(field, "县级");
        HttpRequest request =
            keyed(name, callerOf(role).send(methodOf(name), filled(name), JSON, Json.text(body)))
                .build();
        int status = CheckedHttp.sendInvalid(request).statusCode();
        assertTrue(status < 500, () -> role + " " + field + " " + status);
      }
    }
  }
}
