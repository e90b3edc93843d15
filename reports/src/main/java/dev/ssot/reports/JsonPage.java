package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every JSON document of this module is laid out, and the parts to build one from. */
final class JsonPage {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private JsonPage() {}

  /** A generator that writes indented, well-formed text; closing it leaves {@code out} open. */
  static JsonGenerator generator(Writer out) throws IOException {
    return FACTORY.createGenerator(new JsonTextWriter(out)).setPrettyPrinter(layout());
  }

  /** The same for a document on one line. */
  static JsonGenerator lineGenerator(Writer out) throws IOException {
    return FACTORY.createGenerator(new JsonTextWriter(out));
  }

  /** Writes a node; what maps objects would take longer to load than most reports to write. */
  static void write(JsonGenerator json, JsonNode node) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> {
        json.writeStartObject();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          write(json, field.getKey(), field.getValue());
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        for (JsonNode element : node) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case STRING -> json.writeString(node.textValue());
      case NUMBER -> writeNumber(json, node);
      case BOOLEAN -> json.writeBoolean(node.booleanValue());
      case NULL -> json.writeNull();
      default -> throw new IllegalArgumentException("Not of JSON: " + node.getNodeType());
    }
  }

  private static void writeNumber(JsonGenerator json, JsonNode number) throws IOException {
    switch (number.numberType()) {
      case INT, LONG -> json.writeNumber(number.longValue());
      case FLOAT, DOUBLE -> json.writeNumber(number.doubleValue());
      case BIG_INTEGER -> json.writeNumber(number.bigIntegerValue());
      case BIG_DECIMAL -> json.writeNumber(number.decimalValue());
    }
  }

  /** Writes a node as the value of a field, or null where there is none. */
  static void write(JsonGenerator json, String field, @Nullable JsonNode node) throws IOException {
    json.writeFieldName(field);
    write(json, node == null ? NullNode.getInstance() : node);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> ArrayNode array(List<T> items, Function<T, JsonNode> render) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
    items.forEach(item -> array.add(render.apply(item)));
    return array;
  }

  static ArrayNode texts(List<String> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
    items.forEach(array::add);
    return array;
  }

  /** The text, or null where the model says that there is none. */
  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static PrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
