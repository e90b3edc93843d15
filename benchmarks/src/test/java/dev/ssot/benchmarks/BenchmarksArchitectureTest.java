package dev.ssot.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every package of the benchmark with all that it uses but the JDK: an arrow that is new, or that
 * is gone, fails.
 */
class BenchmarksArchitectureTest {

  private static final String ROOT = "dev.ssot.benchmarks";

  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("fetch", Set.of()),
          Map.entry("data", Set.of()),
          Map.entry("mutation", Set.of("com.github.javaparser")),
          Map.entry("report", Set.of("data")),
          Map.entry("recognition", Set.of("dev.ssot.rules")),
          Map.entry("baseline", Set.of("recognition", "dev.ssot.rules")),
          Map.entry(
              "measure",
              Set.of("data", "mutation", "report", "recognition", "baseline", "dev.ssot.rules")),
          Map.entry("learn", Set.of("data", "measure", "mutation", "dev.ssot.rules")),
          Map.entry("stability", Set.of("com.github.javaparser", "dev.ssot.rules")),
          Map.entry("", Set.of("data", "measure", "report")),
          Map.entry("routers.process", Set.of()),
          Map.entry("routers.report", Set.of()),
          Map.entry("routers.dialect", Set.of("io.netty")),
          Map.entry("routers.server", Set.of("dev.ssot.router", "io.netty")),
          Map.entry(
              "routers.load",
              Set.of("routers.dialect", "routers.process", "io.netty", "org.HdrHistogram")),
          Map.entry(
              "routers",
              Set.of("routers.dialect", "routers.load", "routers.process", "routers.report")));

  private static final Set<String> LIBRARIES =
      Set.of(
          "dev.ssot.rules",
          "dev.ssot.router",
          "com.github.javaparser",
          "io.netty",
          "org.HdrHistogram");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageUsesWhatIsListedAndNothingElse() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      String own = place(type.getPackageName());
      Set<String> used = found.computeIfAbsent(own, name -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        used.add(place(dependency.getTargetClass().getBaseComponentType().getPackageName()));
      }
      used.remove(own);
      used.remove("java");
    }
    Map<String, Set<String>> listed = new TreeMap<>();
    ARROWS.forEach((name, used) -> listed.put(name, new TreeSet<>(used)));
    assertEquals(listed, found);
  }

  private static String place(String packageName) {
    if (packageName.equals(ROOT)) {
      return "";
    }
    if (packageName.startsWith(ROOT + ".")) {
      return packageName.substring(ROOT.length() + 1);
    }
    if (packageName.isEmpty() || packageName.matches("(java|javax\\.xml|org\\.jspecify)(\\..*)?")) {
      return "java";
    }
    for (String library : LIBRARIES) {
      if (packageName.startsWith(library)) {
        return library;
      }
    }
    return packageName;
  }
}
