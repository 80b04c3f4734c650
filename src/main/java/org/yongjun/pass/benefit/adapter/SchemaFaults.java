package org.yongjun.pass.benefit.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import org.yongjun.pass.benefit.Faults;

/** Says in both languages what a schema keyword found; never repeats the value itself. */
final class SchemaFaults {
  private SchemaFaults() {}

  static void add(ValidationMessage message, Faults faults) {
    String pointer = pointer(message);
    JsonNode wanted = message.getSchemaNode();
    String value = wanted == null ? "" : wanted.isTextual() ? wanted.asText() : wanted.toString();
    switch (message.getType()) {
      case "required" -> faults.add(pointer, "缺少此项", "This is missing");
      case "additionalProperties" -> faults.add(pointer, "不允许此项", "This is not allowed here");
      case "propertyNames" ->
          faults.add(pointer, "此处不允许某个字段", "A field here is not allowed for this kind");
      case "type" -> faults.add(pointer, "类型须为 " + value, "The type must be " + value);
      case "enum", "const" ->
          faults.add(pointer, "须为以下之一：" + value, "This must be one of " + value);
      case "pattern" -> faults.add(pointer, "须符合格式 " + value, "This must match " + value);
      case "format" -> faults.add(pointer, "不是有效的 " + value, "This is not a valid " + value);
      case "minimum" -> faults.add(pointer, "不得小于 " + value, "This must be at least " + value);
      case "maximum" -> faults.add(pointer, "不得大于 " + value, "This must be at most " + value);
      case "minLength", "minItems", "minProperties" ->
          faults.add(pointer, "长度或项数不足", "This has too few characters or members");
      case "maxLength", "maxItems" ->
          faults.add(pointer, "长度或项数过多", "This has too many characters or members");
      case "uniqueItems" -> faults.add(pointer, "有重复项", "A member stands twice");
      default ->
          faults.add(
              pointer, "不符合规则 " + message.getType(), "This breaks the rule " + message.getType());
    }
  }

  /** Where the fault is; for a missing or surplus field, that field itself. */
  static String pointer(ValidationMessage message) {
    String place = message.getInstanceLocation().toString();
    String property = message.getProperty();
    boolean isAboutField =
        property != null
            && ("required".equals(message.getType())
                || "additionalProperties".equals(message.getType()));
    return isAboutField ? place + "/" + escape(property) : place;
  }

  static String escape(String property) {
    return property.replace("~", "~0").replace("/", "~1");
  }
}
