package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import dev.ssot.rules.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhereaboutsTest {

  private static TypeRef type(String root, String name) {
    String path = root + name.replace('.', '/') + ".java";
    return new TypeRef(name, new Location(path, new Region(1, 1, 1, 2)));
  }

  /** The groups of a result that names a canonical, a rival and those who use it. */
  private static Whereabouts where(TypeRef canonical, TypeRef rival, TypeRef... users) {
    Comparison comparison =
        new Comparison(
            canonical,
            rival,
            Verdict.COPY,
            90,
            new SharedTraits(List.of(), List.of(), List.of(), List.of(), List.of()),
            new Usage(List.of(), List.of(users), List.of(), Liveness.NOTHING, Liveness.PRODUCTION));
    return Whereabouts.of(
        result(List.of(SampleFindings.at(rival.declaration(), new Evidence.Rival(comparison)))));
  }

  private static ScanResult result(List<Finding> findings) {
    return SampleResults.partial(findings, List.of(), SampleResults.compliance(5, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/a/A.java, (root)",
    "core/src/main/java/a/A.java, core",
    "libs/core/src/main/java/a/src/A.java, libs/core",
    "web/org/A.java, web",
    "old/web/a/b/C.java, old/web",
    "ssot.yaml, (root)",
  })
  void severalModulesAreToldByTheFolderAboveTheirSources(String path, String module) {
    Whereabouts where = where(type("core/src/main/java/", "a.A"), type("old/web/", "a.b.B"));
    assertEquals("module", where.noun());
    assertEquals(module, where.of(path));
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/a/b/C.java, a.b",
    "src/test/java/a/C.java, a",
    "src/java/a/C.java, a",
    "src/main/java/C.java, the default package",
    "src/main/resources/META-INF/services/a.A, src/main/resources/META-INF/services",
    "ssot.yaml, (root)",
  })
  void oneModuleIsToldByPackages(String path, String packageName) {
    Whereabouts where = where(type("src/main/java/", "a.A"), type("src/main/java/", "a.b.B"));
    assertEquals("package", where.noun());
    assertEquals(packageName, where.of(path));
  }

  /** As an unpacked source jar, or the old layout of Ant. */
  @ParameterizedTest
  @CsvSource({"''", "lib/", "a/b/lib/"})
  void packagesAreToldWhereSourcesLieAnywhere(String root) {
    Whereabouts where = where(type(root, "org.one.A"), type(root, "org.two.b.B"));
    assertEquals("package", where.noun());
    assertEquals("org.one.c", where.of(root + "org/one/c/C.java"));
    assertEquals(
        Map.of("org.one", 2, "org.two", 1),
        where.counts(
            List.of(
                type(root, "org.one.A"),
                type(root, "org.one.Outer.Inner"),
                type(root, "org.two.C"))));
  }

  @Test
  void callersMakeAModuleToo() {
    Whereabouts where =
        where(
            type("core/src/main/java/", "a.A"),
            type("core/src/main/java/", "a.B"),
            type("web/src/main/java/", "a.C"));
    assertEquals(
        Map.of("core", 1, "web", 1),
        where.counts(
            Stream.of("core", "web").map(one -> type(one + "/src/main/java/", "a.D")).toList()));
  }

  @Test
  void nothingFoundIsNoModule() {
    assertEquals("package", Whereabouts.of(result(List.of())).noun());
  }
}
