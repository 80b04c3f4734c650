package org.yongjun.pass.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Content;
import java.util.Map;

/** The example requests of the contract. */
final class Examples {
  private Examples() {}

  /** A JSON example with some of its fields replaced by what only a live server has. */
  static ObjectNode json(String operation, String example, Map<String, String> live) {
    JsonNode tree = Json.copy(raw(operation, "application/json", example));
    ObjectNode object = (ObjectNode) tree;
    live.forEach(object::put);
    return object;
  }

  static Object raw(String operation, String contentType, String example) {
    Content content = Contract.OPERATIONS.get(operation).getRequestBody().getContent();
    return content.get(contentType).getExamples().get(example).getValue();
  }
}
