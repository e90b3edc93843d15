package dev.ssot.rules.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a scan reads, as glob patterns on paths relative to the base ({@code *} within a name,
 * {@code **} across folders).
 *
 * @param roots folders of production code; empty means every Java file below the given paths
 * @param testRoots folders of test code, added to what is recognised by convention
 * @param generatedRoots folders of generated code, added to what is recognised by convention
 * @param excludes files and folders that are left out
 */
public record SourceSelection(
    List<PolicyText> roots,
    List<PolicyText> testRoots,
    List<PolicyText> generatedRoots,
    List<PolicyText> excludes) {

  public SourceSelection {
    roots = List.copyOf(roots);
    testRoots = List.copyOf(testRoots);
    generatedRoots = List.copyOf(generatedRoots);
    excludes = List.copyOf(excludes);
  }

  /** The same with further folders of test code and of generated code. */
  public SourceSelection and(List<PolicyText> tests, List<PolicyText> generated) {
    return new SourceSelection(
        roots, joined(testRoots, tests), joined(generatedRoots, generated), excludes);
  }

  private static List<PolicyText> joined(List<PolicyText> some, List<PolicyText> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Everything, with test and generated code recognised by convention. */
  public static SourceSelection standard() {
    return new SourceSelection(List.of(), List.of(), List.of(), List.of());
  }
}
