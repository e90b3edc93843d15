package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells production code from test code and from what is published to support tests.
 *
 * <p>A package or source tree that calls itself after tests or mocks is a boundary that somebody
 * has drawn: what stands behind it is meant for tests, and production code that reaches through it
 * is found there.
 */
final class TestSupport {

  private static final Set<String> WORDS =
      Set.of(
          "test",
          "tests",
          "testing",
          "mock",
          "mocks",
          "mocking",
          "testutil",
          "testutils",
          "testkit",
          "testsupport",
          "testlib",
          "testsuite",
          "testfixtures",
          "fixtures",
          "fixture",
          "benchmark",
          "benchmarks",
          "jmh");

  private static final List<String> RUNNERS =
      List.of("org.junit", "junit.framework", "org.testng", "net.jqwik");

  private final Map<String, int[]> byRoot = new HashMap<>();

  TestSupport(Codebase codebase) {
    for (SourceUnit unit : codebase.units()) {
      int[] counts = byRoot.computeIfAbsent(unit.root(), root -> new int[2]);
      counts[unit.kind() == SourceKind.TEST ? 1 : 0]++;
    }
  }

  /** Whether a type stands where production code stands and nothing says that it is for tests. */
  boolean isProduction(TypeEntry entry) {
    SourceUnit unit = entry.unit();
    return unit.kind() != SourceKind.GENERATED && isProductionTree(unit) && !isNamedSo(unit);
  }

  /**
   * Whether a file is one of tests: not one of production code that imports a mocking library, but
   * one that stands between such files and imports what runs tests.
   */
  boolean isTest(SourceUnit unit) {
    return unit.kind() == SourceKind.TEST
        && (!isProductionTree(unit)
            || unit.imports().stream()
                .anyMatch(single -> RUNNERS.stream().anyMatch(single.name()::startsWith)));
  }

  /** Whether a file that is no source stands where nothing says that it is for tests. */
  static boolean isProduction(String path) {
    return Arrays.stream(path.split("[/-]")).noneMatch(TestSupport::isTestWord);
  }

  /**
   * Whether a file counts as production code or stands between files that do: one that was taken
   * for test code because of a library that it imports, in a tree of production code.
   */
  private boolean isProductionTree(SourceUnit unit) {
    int[] counts = byRoot.getOrDefault(unit.root(), new int[2]);
    return unit.kind() == SourceKind.PRODUCTION || counts[0] > counts[1];
  }

  private static boolean isNamedSo(SourceUnit unit) {
    return Arrays.stream(unit.packageName().split("\\.")).anyMatch(TestSupport::isTestWord)
        || !isProduction(unit.root());
  }

  private static boolean isTestWord(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
