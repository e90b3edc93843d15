package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the JSON Schema of an object, property by property; all are required unless said. */
final class Schema {

  private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
  private final ArrayNode required = JsonNodeFactory.instance.arrayNode();

  /** A property that has to be there. */
  Schema with(String name, JsonNode schema) {
    required.add(name);
    return maybe(name, schema);
  }

  /** A property that may be left out. */
  Schema maybe(String name, JsonNode schema) {
    properties.set(name, schema);
    return this;
  }

  /** The schema; no other properties are allowed. */
  ObjectNode build() {
    ObjectNode schema = type("object");
    schema.set("properties", properties);
    schema.set("required", required);
    return schema.put("additionalProperties", false);
  }

  static ObjectNode text() {
    return type("string");
  }

  static ObjectNode text(String description) {
    return text().put("description", description);
  }

  static ObjectNode number() {
    return type("integer");
  }

  static ObjectNode limit(int most, int standard) {
    return number()
        .put("minimum", 1)
        .put("maximum", most)
        .put("default", standard)
        .put("description", "how many to list at most");
  }

  static ObjectNode flag() {
    return type("boolean");
  }

  /** An object of any form. */
  static ObjectNode any() {
    return type("object");
  }

  static ObjectNode list(JsonNode items) {
    return type("array").set("items", items);
  }

  static ObjectNode orNull(String type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  private static ObjectNode type(String name) {
    return JsonNodeFactory.instance.objectNode().put("type", name);
  }
}
