package org.yongjun.pass.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.contract.Contract;

/** Requests made of the contract's own parameters and examples, about what a city has. */
final class OperationRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";

  /** Fields of bodies that have the name of a parameter and mean something else. */
  private static final Set<String> HOURS = Set.of("from", "to", "day");

  private OperationRequests() {}

  /**
   * A request that waits for its caller.
   *
   * @param example the example's name, or empty where the operation has no body
   */
  record Draft(String operation, String example, String path, @Nullable String type, String body) {
    String method() {
      return operation.substring(0, operation.indexOf(' '));
    }

    HttpRequest from(String token) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(PassServer.url() + path))
              .header("Authorization", "Bearer " + token)
              .header("Idempotency-Key", Scene.key());
      if (type != null) {
        request.header("Content-Type", type);
      }
      return request.method(method(), BodyPublishers.ofString(body)).build();
    }

    boolean names(List<String> values) {
      return values.stream().anyMatch(value -> path.contains(value) || body.contains(value));
    }
  }

  /** One per example of the operation; a part that has no live value is a gap in the test. */
  static List<Draft> about(String name, Map<String, String> live) {
    Operation operation = Contract.OPERATIONS.get(name);
    String path = path(name, live) + query(operation, live);
    if (operation.getRequestBody() == null) {
      return List.of(new Draft(name, "", path, null, ""));
    }
    Map<String, MediaType> content = operation.getRequestBody().getContent();
    String type = content.containsKey(JSON_TYPE) ? JSON_TYPE : content.keySet().iterator().next();
    List<Draft> drafts = new ArrayList<>();
    for (Map.Entry<String, Example> example : content.get(type).getExamples().entrySet()) {
      String body = body(name, example.getValue().getValue(), type, live);
      drafts.add(new Draft(name, example.getKey(), path, type, body));
    }
    return drafts;
  }

  private static String path(String name, Map<String, String> live) {
    StringBuilder path = new StringBuilder();
    for (String part : name.substring(name.indexOf('/') + 1).split("/")) {
      boolean isParameter = part.startsWith("{");
      String parameter = isParameter ? part.substring(1, part.length() - 1) : "";
      // What a catalogue goes by is called a code, as the text on a phone is.
      String key = parameter.equals("code") ? "catalogue" : parameter;
      if (isParameter && !live.containsKey(key)) {
        throw new AssertionError(name + ": nothing is planted for " + parameter);
      }
      path.append('/').append(isParameter ? live.get(key) : part);
    }
    return path.toString();
  }

  private static String query(Operation operation, Map<String, String> live) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (Parameter each :
        operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
      Parameter parameter =
          each.get$ref() == null
              ? each
              : Contract.MODEL
                  .getComponents()
                  .getParameters()
                  .get(Contract.lastPart(each.get$ref()));
      if (parameter.getIn().equals("query")
          && live.containsKey(parameter.getName())
          && takes(parameter, live.get(parameter.getName()))) {
        query.add(parameter.getName() + "=" + live.get(parameter.getName()));
      }
    }
    return query.toString();
  }

  /** Whether it is none of a closed list, or one that has the value. */
  private static boolean takes(Parameter parameter, String value) {
    Schema<?> items = parameter.getSchema().getItems();
    return items == null || items.getEnum() == null || items.getEnum().contains(value);
  }

  private static String body(String name, Object example, String type, Map<String, String> live) {
    if (!type.equals(JSON_TYPE)) {
      return example instanceof String text ? text : form(JSON.valueToTree(example));
    }
    JsonNode tree = example instanceof JsonNode node ? node.deepCopy() : JSON.valueToTree(example);
    put(tree, live);
    if (name.endsWith("/v1/catalogues")) {
      ((ObjectNode) tree).put("code", live.get("catalogue"));
    }
    return tree.toString();
  }

  /** Puts the live values in, wherever a field has such a name. */
  private static void put(JsonNode tree, Map<String, String> live) {
    if (tree instanceof ArrayNode array) {
      array.forEach(each -> put(each, live));
    } else if (tree instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        if (object.get(name).isTextual() && live.containsKey(name) && !HOURS.contains(name)) {
          object.put(name, live.get(name));
        } else {
          put(object.get(name), live);
        }
      }
    }
  }

  private static String form(JsonNode fields) {
    StringJoiner form = new StringJoiner("&");
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      String value = field.getValue().asText();
      form.add(field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
