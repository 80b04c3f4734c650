package org.yongjun.pass.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yongjun.pass.contract.BadRequests.JSON;
import static org.yongjun.pass.contract.BadRequests.filled;
import static org.yongjun.pass.contract.BadRequests.jsonOf;
import static org.yongjun.pass.contract.BadRequests.keyed;
import static org.yongjun.pass.contract.BadRequests.methodOf;
import static org.yongjun.pass.contract.BadRequests.permitted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of no use at every depth of every body: each is an answer or a refusal, never a fault of
 * ours.
 */
class NestedValuesTest {
  /** Stands where the odd value goes, since a tree cannot hold what JSON should not say. */
  private static final String PLACE = "\"the odd value\"";

  private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");

  private static final List<String> MOMENTS =
      List.of(
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"-100000-01-01T00:00:00Z\"",
          "\"+12026-01-01T00:00:00Z\"",
          "\"1969-12-31T23:59:59Z\"",
          "1e10");

  private static final List<String> NUMBERS =
      List.of("1e999", "-1e999", "1e400000000", "1e-400000000", "9223372036854775808");

  static Stream<String> withJson() {
    return ErrorAnswersTest.withJson();
  }

  @ParameterizedTest
  @MethodSource("withJson")
  void whateverStandsWhereverIsNoFault(String name) {
    for (String body : bodiesOf(name)) {
      HttpRequest request =
          keyed(name, permitted(name).send(methodOf(name), filled(name), JSON, body)).build();
      int status = CheckedHttp.sendInvalid(request).statusCode();
      assertTrue(status < 500, () -> status + " " + body);
    }
  }

  private static Set<String> bodiesOf(String name) {
    Set<String> bodies = new LinkedHashSet<>();
    for (String example : jsonOf(name).getExamples().keySet()) {
      JsonNode sound = Examples.json(name, example, Map.of());
      for (String path : leavesOf(sound)) {
        JsonNode leaf = sound.at(path);
        for (String odd : oddFor(leaf)) {
          bodies.add(Json.text(Spoilt.at(sound, path)).replace(PLACE, odd));
        }
      }
    }
    return bodies;
  }

  private static List<String> oddFor(JsonNode leaf) {
    if (leaf.isNumber()) {
      return NUMBERS;
    }
    if (leaf.isTextual() && MOMENT.matcher(leaf.asText()).matches()) {
      return MOMENTS;
    }
    return leaf.isTextual() ? List.of("\"张三\"", "null") : List.of("null");
  }

  /** Pointers to everything that has nothing in it. */
  private static List<String> leavesOf(JsonNode tree) {
    List<String> leaves = new ArrayList<>();
    Spoilt.walk(tree, "", leaves);
    return leaves;
  }

  /** A tree with one leaf replaced. */
  private static final class Spoilt {
    private Spoilt() {}

    static void walk(JsonNode node, String path, List<String> leaves) {
      if (node.isObject()) {
        node.properties()
            .forEach(each -> walk(each.getValue(), path + "/" + each.getKey(), leaves));
      } else if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          walk(node.get(i), path + "/" + i, leaves);
        }
      } else {
        leaves.add(path);
      }
    }

    static JsonNode at(JsonNode sound, String path) {
      JsonNode copy = sound.deepCopy();
      int last = path.lastIndexOf('/');
      JsonNode parent = copy.at(path.substring(0, last));
      String field = path.substring(last + 1);
      if (parent instanceof ObjectNode object) {
        object.put(field, "the odd value");
      } else if (parent instanceof ArrayNode array) {
        array.set(Integer.parseInt(field), array.textNode("the odd value"));
      }
      return copy;
    }
  }
}
