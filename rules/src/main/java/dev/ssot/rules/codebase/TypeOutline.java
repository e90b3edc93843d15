package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;

/**
 * What the bodies of a type do.
 *
 * @param documentation the text of its documentation comment, or the empty string
 * @param annotations those of the type itself, in the order of declaration
 * @param methods those with a body, in the order of declaration
 */
public record TypeOutline(
    TypeEntry entry,
    String documentation,
    List<AnnotationFact> annotations,
    List<MethodOutline> methods) {

  public TypeOutline {
    annotations = List.copyOf(annotations);
    methods = List.copyOf(methods);
  }
}
