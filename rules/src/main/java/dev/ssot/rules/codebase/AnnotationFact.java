package dev.ssot.rules.codebase;

import java.util.Map;

/**
 * An annotation of a type.
 *
 * @param name simple name
 * @param elements the values by element name: the text of a string literal, the code of anything
 *     else
 */
public record AnnotationFact(String name, Map<String, String> elements) {

  public AnnotationFact {
    elements = Map.copyOf(elements);
  }

  /** The value of an element, the empty string where it is not written. */
  public String element(String name) {
    return elements.getOrDefault(name, "");
  }
}
