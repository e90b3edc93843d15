package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;

/**
 * What the bodies of a type do.
 *
 * @param documentation the text of its documentation comment, or the empty string
 * @param methods those with a body, in the order of declaration
 */
public record TypeOutline(TypeEntry entry, String documentation, List<MethodOutline> methods) {

  public TypeOutline {
    methods = List.copyOf(methods);
  }
}
