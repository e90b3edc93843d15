package dev.ssot.rules.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which types of the codebase use the canonical and which use the rival.
 *
 * @param ofCanonical types that use only the canonical, sorted
 * @param ofRival types that use only the rival, sorted
 * @param ofBoth types that use both, sorted
 * @param canonical by whom the canonical is used
 * @param rival by whom the rival is used
 */
public record Usage(
    List<TypeRef> ofCanonical,
    List<TypeRef> ofRival,
    List<TypeRef> ofBoth,
    Liveness canonical,
    Liveness rival) {

  public Usage {
    ofCanonical = List.copyOf(ofCanonical);
    ofRival = List.copyOf(ofRival);
    ofBoth = List.copyOf(ofBoth);
  }

  /** All types that use the canonical, sorted. */
  public List<TypeRef> allOfCanonical() {
    return together(ofCanonical, ofBoth);
  }

  /** All types that use the rival, sorted. */
  public List<TypeRef> allOfRival() {
    return together(ofRival, ofBoth);
  }

  private static List<TypeRef> together(List<TypeRef> some, List<TypeRef> others) {
    return Stream.of(some, others).flatMap(List::stream).distinct().sorted().toList();
  }
}
