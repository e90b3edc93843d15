package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every JSON document of this module is laid out, and the parts to build one from. */
final class JsonPage {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

  private JsonPage() {}

  /** A generator that writes indented, well-formed text; closing it leaves {@code out} open. */
  static JsonGenerator generator(Writer out) throws IOException {
    return MAPPER.createGenerator(new JsonTextWriter(out)).setPrettyPrinter(layout());
  }

  /** The same for a document on one line. */
  static JsonGenerator lineGenerator(Writer out) throws IOException {
    return MAPPER.createGenerator(new JsonTextWriter(out));
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
