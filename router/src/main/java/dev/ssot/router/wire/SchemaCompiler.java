package dev.ssot.router.wire;

import dev.ssot.router.wire.SchemaCheck.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one schema document into checks. Confined to one thread. */
final class SchemaCompiler {

  /** Keywords that restrict nothing. */
  private static final Set<String> ANNOTATIONS =
      Set.of("$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default");

  private final Map<String, @Nullable Object> document;
  private final Set<String> open = new LinkedHashSet<>();

  SchemaCompiler(Map<String, @Nullable Object> document) {
    this.document = document;
  }

  SchemaCheck at(String reference) {
    if (!reference.startsWith("#")) {
      throw new IllegalArgumentException(
          "`$ref` is `%s`; refer to a place in the same document, `#/…`".formatted(reference));
    }
    if (!open.add(reference)) {
      throw new IllegalArgumentException("`%s` refers to itself; unroll it".formatted(reference));
    }
    Object target = document;
    for (String step : Arrays.asList(reference.substring(1).split("/", -1))) {
      target = step.isEmpty() ? target : SchemaText.object(reference, target).get(step);
    }
    SchemaCheck check = compile(reference, target);
    open.remove(reference);
    return check;
  }

  private SchemaCheck compile(String place, @Nullable Object schema) {
    if (schema instanceof Boolean all) {
      return value -> all ? Optional.empty() : Violation.of("must not be there");
    }
    Map<String, @Nullable Object> keywords = SchemaText.object(place, schema);
    List<SchemaCheck> checks = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> keyword : keywords.entrySet()) {
      if (isAssertion(keyword.getKey())) {
        checks.add(keyword(place + "/" + keyword.getKey(), keyword, keywords));
      }
    }
    return all(List.copyOf(checks));
  }

  private static boolean isAssertion(String keyword) {
    return !ANNOTATIONS.contains(keyword) && !keyword.startsWith("x-");
  }

  private SchemaCheck keyword(
      String place, Map.Entry<String, @Nullable Object> keyword, Map<String, ?> siblings) {
    Object value = keyword.getValue();
    return switch (keyword.getKey()) {
      case "$ref" -> at(SchemaText.text(place, value));
      case "type" -> ValueChecks.type(SchemaText.texts(place, value));
      case "const" -> ValueChecks.oneOfTexts(List.of(SchemaText.text(place, value)));
      case "enum" -> ValueChecks.oneOfTexts(SchemaText.texts(place, value));
      case "minLength" -> ValueChecks.minLength(SchemaText.count(place, value));
      case "maxLength" -> ValueChecks.maxLength(SchemaText.count(place, value));
      case "minItems" -> ValueChecks.minItems(SchemaText.count(place, value));
      case "maxItems" -> ValueChecks.maxItems(SchemaText.count(place, value));
      case "minimum" -> ValueChecks.minimum(SchemaText.number(place, value));
      case "maximum" -> ValueChecks.maximum(SchemaText.number(place, value));
      case "required" -> ObjectChecks.required(SchemaText.texts(place, value));
      case "properties" -> ObjectChecks.properties(compileAll(place, value));
      case "additionalProperties" -> additional(place, value, siblings);
      case "items" -> ObjectChecks.items(compile(place, value));
      case "oneOf" -> ObjectChecks.exactlyOne(compileList(place, value));
      case "anyOf" -> ObjectChecks.atLeastOne(compileList(place, value));
      default ->
          throw new IllegalArgumentException(
              "`%s` is a keyword that is not known here; leave it out".formatted(place));
    };
  }

  private SchemaCheck additional(String place, @Nullable Object value, Map<String, ?> siblings) {
    Object named = siblings.get("properties");
    Set<String> names = named == null ? Set.of() : SchemaText.object(place, named).keySet();
    return ObjectChecks.additional(Set.copyOf(names), compile(place, value));
  }

  private Map<String, SchemaCheck> compileAll(String place, @Nullable Object schemas) {
    Map<String, SchemaCheck> checks = new LinkedHashMap<>();
    SchemaText.object(place, schemas)
        .forEach((name, schema) -> checks.put(name, compile(place + "/" + name, schema)));
    return checks;
  }

  private List<SchemaCheck> compileList(String place, @Nullable Object schemas) {
    List<SchemaCheck> checks = new ArrayList<>();
    for (Object schema : SchemaText.array(place, schemas)) {
      checks.add(compile(place + "/" + checks.size(), schema));
    }
    return List.copyOf(checks);
  }

  private static SchemaCheck all(List<SchemaCheck> checks) {
    return value -> {
      for (SchemaCheck check : checks) {
        Optional<Violation> violation = check.violation(value);
        if (violation.isPresent()) {
          return violation;
        }
      }
      return Optional.empty();
    };
  }
}
