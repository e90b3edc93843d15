package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.scan.ScannedCode;

/** A question that an agent may ask of a project; a new one is its class and its line in Tools. */
interface Tool {

  /** What it is called by. */
  String name();

  /** What it is called in a list for people. */
  String title();

  /** When to use it, for a model. */
  String description();

  /** The schema of its arguments, an object. */
  ObjectNode input();

  /** The schema of its structured answer, an object, without what every answer has. */
  Schema output();

  /**
   * Answers.
   *
   * @throws ToolError if the arguments are wrong
   */
  ToolAnswer answer(Arguments arguments, ScannedCode code);

  /** A place as every tool gives it. */
  static ObjectNode place(Location location) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("path", location.path())
        .put("line", location.region().line());
  }

  /** The schema of a place. */
  static JsonNode placeSchema() {
    return new Schema().with("path", Schema.text()).with("line", Schema.number()).build();
  }
}
