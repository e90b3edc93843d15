package dev.ssot.rules.codebase.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What folders mean in Maven, Gradle, Ant and Bazel projects. */
final class Conventions {

  private static final Pattern SOURCE_SET = Pattern.compile("(?:.*/|^)src/([^/]+)(?:/.*)?");
  private static final Pattern TEST_SET =
      Pattern.compile("tests?|it|jmh|test-?fixtures|.+-?tests?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEST_FOLDER =
      Pattern.compile("(?:^|.*/)(?:tests?|javatests|test-src|testdata)(?:/.*)?");
  private static final Pattern GENERATED_FOLDER =
      Pattern.compile("(^|/)(generated|generated-(test-)?sources|gen-src|src-gen|src/generated)/");

  /** Folders of build output, each with the files beside it that make it one. */
  private static final Map<String, List<String>> BUILD_FOLDERS =
      Map.of(
          "target", List.of("pom.xml", "build.sbt"),
          "build", List.of("build.gradle", "build.gradle.kts", "build.xml", "settings.gradle"),
          "out", List.of("build.gradle", "build.gradle.kts", "build.xml", ".idea"),
          "bin", List.of(".project", ".classpath"),
          "node_modules", List.of("package.json"));

  private static final Set<String> MARKS =
      BUILD_FOLDERS.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> NEVER = Set.of("node_modules", "CVS");

  private Conventions() {}

  /** Whether a folder is left out unless it is named on the command line. */
  static boolean isLeftOut(Path folder, String name) {
    if (name.startsWith(".") || NEVER.contains(name)) {
      return true;
    }
    return BUILD_FOLDERS.getOrDefault(name, List.of()).stream()
        .anyMatch(marker -> Files.exists(folder.resolveSibling(marker)));
  }

  /** Whether a file can make a folder beside it one of build output, by its name. */
  static boolean isMark(String name) {
    return MARKS.contains(name);
  }

  /**
   * Whether a source root holds test code: the last {@code src/<set>} in it decides, or else a
   * folder that is called after tests.
   *
   * @param root the path of a file up to the folder of its package
   */
  static boolean isTestRoot(String root) {
    // What a pattern can't do without is looked for first: most paths have none of it.
    if (root.contains("src/")) {
      Matcher set = SOURCE_SET.matcher(root);
      if (set.matches()) {
        return TEST_SET.matcher(set.group(1)).matches();
      }
    }
    return root.contains("test") && TEST_FOLDER.matcher(root).matches();
  }

  static boolean isGenerated(String path) {
    return path.contains("gen") && GENERATED_FOLDER.matcher(path).find();
  }
}
