package dev.ssot.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fields of one object of a JSON report, read strictly: each has to be there and of its kind.
 *
 * @param pointer where the object stands in the document (RFC 6901)
 */
record JsonFields(String pointer, JsonNode object) {

  JsonFields {
    if (!object.isObject()) {
      throw wrong(pointer, "an object", object);
    }
  }

  /** Whether the field is there, if only as null. */
  boolean has(String name) {
    return object.has(name);
  }

  String text(String name) {
    return field(name, "a text", JsonNode::isTextual).textValue();
  }

  /** The text, or the empty string for null. */
  String textOrNone(String name) {
    return isNone(name) ? "" : text(name);
  }

  int number(String name) {
    return field(name, "a whole number", JsonNode::isInt).intValue();
  }

  /** The number, or 0 for null. */
  int numberOrNone(String name) {
    return isNone(name) ? 0 : number(name);
  }

  long longNumber(String name) {
    return field(name, "a whole number", JsonNode::canConvertToExactIntegral).longValue();
  }

  boolean flag(String name) {
    return field(name, "true or false", JsonNode::isBoolean).booleanValue();
  }

  JsonFields object(String name) {
    return new JsonFields(at(name), field(name, "an object", JsonNode::isObject));
  }

  /** The object, or nothing for null. */
  Optional<JsonFields> objectOrNone(String name) {
    return isNone(name) ? Optional.empty() : Optional.of(object(name));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : field(name, "a list", JsonNode::isArray)) {
      if (!item.isTextual()) {
        throw wrong(at(name) + "/" + texts.size(), "a text", item);
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  <T> List<T> list(String name, Function<JsonFields, T> read) {
    List<T> items = new ArrayList<>();
    for (JsonNode item : field(name, "a list", JsonNode::isArray)) {
      items.add(read.apply(new JsonFields(at(name) + "/" + items.size(), item)));
    }
    return items;
  }

  /** The one of some values that has the label in the field. */
  <T> T choice(String name, T[] values, Function<T, String> label) {
    String word = text(name);
    return Arrays.stream(values)
        .filter(value -> label.apply(value).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableResult(
                    "`%s` at %s is none of %s"
                        .formatted(word, at(name), Arrays.stream(values).map(label).toList()),
                    SavedResult.REMEDY));
  }

  private boolean isNone(String name) {
    return field(name, "a value", node -> true).isNull();
  }

  private JsonNode field(String name, String kind, Predicate<JsonNode> fits) {
    JsonNode node = object.get(name);
    if (node == null) {
      throw new UnreadableResult("%s is missing".formatted(at(name)), SavedResult.REMEDY);
    }
    if (!fits.test(node)) {
      throw wrong(at(name), kind, node);
    }
    return node;
  }

  private String at(String name) {
    return pointer + "/" + name;
  }

  private static UnreadableResult wrong(String pointer, String kind, JsonNode found) {
    return new UnreadableResult(
        "%s is not %s but %s"
            .formatted(
                pointer.isEmpty() ? "the document" : pointer,
                kind,
                found.getNodeType().name().toLowerCase(Locale.ROOT)),
        SavedResult.REMEDY);
  }
}
