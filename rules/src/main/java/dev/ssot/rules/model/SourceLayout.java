package dev.ssot.rules.model;

import java.util.List;

/**
 * Where a codebase keeps its sources.
 *
 * @param roots folders that together hold every file that is neither a test nor elsewhere; none
 *     where no few folders do
 * @param testRoots folders of test code; none where there are no {@code roots}
 * @param generated folders in which each file says that a tool wrote it
 */
public record SourceLayout(
    List<SourceFolder> roots, List<SourceFolder> testRoots, List<SourceFolder> generated) {

  public SourceLayout {
    roots = List.copyOf(roots);
    testRoots = List.copyOf(testRoots);
    generated = List.copyOf(generated);
  }
}
