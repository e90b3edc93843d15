package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.ssot.rules.fixture.Limiter;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the meaning of the code keeps the fingerprints of all findings. */
class StableFingerprintsTest {

  private final Path folder;
  private final Map<String, String> files = new TreeMap<>();

  StableFingerprintsTest(@TempDir Path folder) {
    this.folder = folder;
    java(Limiter.limiter("shop.limit", "Limiter").replace("{\n  private final Map", CONSTANTS));
    java(Limiter.limiter("shop.copy", "Throttle"));
    java(Limiter.limiter("shop.near.one", "Gauge").replace("admit", "measure"));
    java(Limiter.limiter("shop.near.two", "Gauge").replace("admit", "measure"));
    java(
        """
        package shop.use;

        import shop.gone.Limiter;
        import shop.limit.Limiter;
        import shop.old.One;
        import shop.old.Two;

        class Use {
          static final int MOST_IN_WINDOW = 7;
          shop.old.Three three;

          String first() {
            return "limit.window.millis";
          }

          String second() {
            return "limit.window.millis";
          }
        }
        """);
    java(
        """
        package shop.use;

        import shop.copy.Throttle;

        class Other {
          static final int MOST_IN_WINDOW = 9;
          Throttle throttle;
          shop.old.Four four;
        }
        """);
    java("package shop.gone; public class Limiters {}");
  }

  private static final String CONSTANTS =
      """
      {
        public static final String WINDOW_KEY = "limit.window.millis";
        public static final String KEY_OF_WINDOW = "limit.window.millis";
        public static final int MOST_IN_WINDOW = 5;
        private final Map""";

  private void java(String text) {
    String type = text.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
    String name = text.replaceAll("(?s).*?package ([\\w.]+);.*", "$1");
    files.put("src/" + name.replace('.', '/') + "/" + type + ".java", text);
  }

  /** The fingerprints of a scan of the files after an edit of texts and paths. */
  private Map<String, List<String>> scan(UnaryOperator<String> text, UnaryOperator<String> path) {
    clear();
    Project project =
        Project.in(folder)
            .policy(
                TestPolicy.empty()
                    .role("limits", "shop.limit.Limiter")
                    .forbid("shop.old.**")
                    .unrelated("shop.near.**"));
    files.forEach((name, content) -> project.file(path.apply(name), text.apply(content)));
    Map<String, List<String>> fingerprints = new TreeMap<>();
    for (Finding finding : project.scan().findings()) {
      fingerprints
          .computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
          .add(finding.fingerprint().value());
    }
    fingerprints.values().forEach(Collections::sort);
    return fingerprints;
  }

  private void clear() {
    try (var old = Files.walk(folder)) {
      for (Path file : old.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertStable(UnaryOperator<String> text, UnaryOperator<String> path) {
    Map<String, List<String>> before = scan(one -> one, one -> one);
    assertTrue(
        before
            .keySet()
            .containsAll(
                new TreeSet<>(
                    List.of(
                        "conflicting-constant",
                        "duplicate-implementation",
                        "duplicated-literal",
                        "forbidden-import",
                        "fragmented-role"))),
        before::toString);

    assertEquals(before, scan(text, path));
  }

  @Test
  void surviveLinesAbove() {
    assertStable(text -> "/* one\n * two\n */\n\n\n" + text, path -> path);
  }

  @Test
  void surviveReformatting() {
    assertStable(
        text -> text.replace("  ", "\t").replace("{", "\n{").replace("\n", "\r\n"), path -> path);
  }

  @Test
  void surviveReorderedMembers() {
    assertStable(StableFingerprintsTest::reversed, path -> path);
  }

  private static String reversed(String text) {
    CompilationUnit tree = StaticJavaParser.parse(text);
    for (TypeDeclaration<?> type : tree.getTypes()) {
      List<BodyDeclaration<?>> members = new ArrayList<>(type.getMembers());
      Collections.reverse(members);
      type.setMembers(new NodeList<>(members));
    }
    return tree.toString();
  }

  @Test
  void surviveMovesAndNewNamesOfFiles() {
    assertStable(
        text -> text,
        path -> "moved/" + (char) ('z' - Math.floorMod(path.hashCode(), 26)) + "/" + path);
    assertStable(text -> text, path -> path.replace(".java", "Renamed.java"));
  }

  @Test
  void surviveOneMoreUserOfATypeOfAGroup() {
    Map<String, List<String>> before = scan(text -> text, path -> path);
    java("package shop.more; class More { shop.near.two.Gauge gauge; }");
    java("package shop.more; class Most { shop.near.two.Gauge gauge; }");

    assertEquals(
        before.get("fragmented-role"), scan(text -> text, path -> path).get("fragmented-role"));
  }

  @Test
  void doNotSurviveAnotherImport() {
    List<String> before = forbidden(text -> text);
    List<String> after = forbidden(text -> text.replace("shop.old.One", "shop.old.Ones"));

    assertEquals(before.size(), after.size());
    assertEquals(1, after.stream().filter(fingerprint -> !before.contains(fingerprint)).count());
  }

  private List<String> forbidden(UnaryOperator<String> text) {
    return scan(text, path -> path).getOrDefault("forbidden-import", List.of());
  }
}
