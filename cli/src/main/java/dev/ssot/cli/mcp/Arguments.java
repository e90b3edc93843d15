package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.cli.message.NearestName;
import dev.ssot.cli.warm.RealPath;
import dev.ssot.rules.model.SlashedPaths;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a tool was called with; a wrong argument is told with its name, its fault and a remedy. */
final class Arguments {

  /** Nobody means a longer text. */
  private static final int LONGEST = 1 << 20;

  private final JsonNode given;
  private final List<String> known = new ArrayList<>();

  /**
   * Arguments.
   *
   * @param schema that of the tool, for the names of its properties
   */
  Arguments(JsonNode given, JsonNode schema) {
    this.given = given;
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new ToolError(
            "there is no argument `%s`".formatted(name),
            NearestName.of(name, known)
                .map("did you mean `%s`?"::formatted)
                .orElse("the arguments are `%s`".formatted(String.join("`, `", known))));
      }
    }
  }

  /** A text that has to be there. */
  String text(String name) {
    return maybe(name)
        .orElseThrow(
            () -> new ToolError("`%s` is missing or empty".formatted(name), "give a text"));
  }

  /** A text that may be left out. */
  Optional<String> maybe(String name) {
    JsonNode value = given.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new ToolError("`%s` is no text".formatted(name), "give a text");
    }
    if (value.asText().length() > LONGEST) {
      throw new ToolError(
          "`%s` is longer than %s characters".formatted(name, LONGEST), "give the telling part");
    }
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  /** Texts, none where they are left out. */
  List<String> texts(String name) {
    JsonNode value = given.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode one : value) {
      texts.add(one.asText());
    }
    boolean sound = value.isArray() && !value.isEmpty();
    for (JsonNode one : value) {
      sound &= one.isTextual() && !one.asText().isBlank();
    }
    if (!sound) {
      throw new ToolError(
          "`%s` is no list of texts".formatted(name), "give a list of one text at least");
    }
    return texts;
  }

  /** A number from 1 to a most. */
  int number(String name, int most, int standard) {
    JsonNode value = given.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.asInt() < 1
        || value.asInt() > most) {
      throw new ToolError(
          "`%s` is %s".formatted(name, value), "give a number from 1 to %s".formatted(most));
    }
    return value.asInt();
  }

  /** The path of a file below a base, relative to it; the file need not be there. */
  static String inside(Path base, String file) {
    try {
      Path path = base.resolve(file).normalize();
      if (path.startsWith(base) && RealPath.of(path).startsWith(base)) {
        return SlashedPaths.of(base.relativize(path));
      }
    } catch (InvalidPathException e) {
      throw new ToolError("`%s` is no path".formatted(file), "name a file below " + base);
    }
    throw new ToolError(
        "`%s` is outside of the project `%s`".formatted(file, base), "name a file below it");
  }
}
