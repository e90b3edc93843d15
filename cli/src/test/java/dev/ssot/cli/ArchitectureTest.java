package dev.ssot.cli;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The place of every package of the product, from low to high, with all that it may use.
 *
 * <p>A package that is not listed fails, and so does a listed one that does not exist and an
 * allowance that nothing makes use of. Java's own packages and the annotations of JSpecify are
 * free.
 */
class ArchitectureTest {

  private static final List<Place> PLACES =
      List.of(
          Place.of("rules.model"),
          Place.of("rules.codebase").over("rules.model"),
          Place.of("rules.codebase.tokens").over("rules.model", "rules.codebase"),
          Place.of("rules.codebase.cache").over("rules.model", "rules.codebase"),
          Place.of("rules.codebase.source")
              .over(
                  "rules.model", "rules.codebase", "rules.codebase.tokens", "rules.codebase.cache")
              .with("com.github.javaparser"),
          Place.of("rules.codebase.bytecode")
              .over("rules.model", "rules.codebase", "rules.codebase.cache")
              .with("com.tngtech.archunit", "org.objectweb.asm"),
          Place.of("rules.rivals").over("rules.model", "rules.codebase", "rules.codebase.cache"),
          Place.of("rules.values").over("rules.model", "rules.codebase", "rules.rivals"),
          Place.of("rules.catalog")
              .over("rules.model", "rules.codebase", "rules.rivals", "rules.values")
              .with("org.apache.commons.text.similarity"),
          Place.of("rules.triage")
              .over("rules.model", "rules.codebase", "rules.rivals", "rules.catalog"),
          Place.of("rules.change").over("rules.model"),
          Place.of("rules.fix")
              .over("rules.model", "rules.codebase", "rules.rivals", "rules.catalog"),
          Place.of("rules.proof")
              .over("rules.model", "rules.codebase", "rules.rivals", "rules.values"),
          Place.of("rules.scan")
              .over(
                  "rules.model",
                  "rules.codebase",
                  "rules.codebase.cache",
                  "rules.codebase.source",
                  "rules.codebase.bytecode",
                  "rules.rivals",
                  "rules.catalog",
                  "rules.triage",
                  "rules.change",
                  "rules.fix",
                  "rules.proof"),
          Place.of("reports")
              .over("rules.model")
              .with(
                  "com.fasterxml.jackson.core",
                  "com.fasterxml.jackson.databind",
                  "com.github.difflib"),
          Place.of("router.limits"),
          Place.of("router.protocol").over("router.limits"),
          Place.of("router.guard").over("router.limits"),
          Place.of("router.log").over("router.limits", "router.protocol"),
          Place.of("router.run").over("router.limits", "router.protocol"),
          Place.of("router")
              .over("router.limits", "router.protocol", "router.guard", "router.log", "router.run"),
          Place.of("router.legacy").over("router.protocol", "router"),
          Place.of("router.wire")
              .over("router.limits", "router.protocol", "router")
              .with("com.fasterxml.jackson.core"),
          Place.of("router.auth").over("router.limits", "router.protocol").with("com.nimbusds"),
          Place.of("router.sockets").with("io.netty"),
          Place.of("router.client")
              .over("router.limits", "router.protocol", "router.wire", "router.sockets")
              .with("io.netty", "javax.net.ssl"),
          Place.of("router.server")
              .over(
                  "router.sockets",
                  "router.limits",
                  "router.protocol",
                  "router.guard",
                  "router.log",
                  "router.wire",
                  "router.auth",
                  "router")
              .with("io.netty"),
          Place.of("router.demo.agent")
              .over("router.limits", "router.protocol", "router.run", "router"),
          Place.of("router.demo")
              .over(
                  "router.sockets",
                  "router.limits",
                  "router.protocol",
                  "router.log",
                  "router.run",
                  "router.wire",
                  "router.auth",
                  "router.server",
                  "router.demo.agent",
                  "router")
              .with("io.netty"),
          Place.of("router.application").over("router.wire", "router"),
          Place.of("router.config").over("router.limits", "router.auth").with("org.yaml.snakeyaml"),
          Place.of("router.operations")
              .over(
                  "router.sockets",
                  "router.limits",
                  "router.protocol",
                  "router.guard",
                  "router.log",
                  "router.server",
                  "router")
              .with("io.micrometer", "io.netty", "com.fasterxml.jackson.core"),
          Place.of("router.program")
              .over(
                  "router.limits",
                  "router.log",
                  "router.auth",
                  "router.server",
                  "router.application",
                  "router.config",
                  "router.operations",
                  "router.demo",
                  "router")
              .with("picocli", "io.micrometer"),
          Place.of("cli.message").with("org.apache.commons.text.similarity"),
          Place.of("cli.policy")
              .over("rules.model", "cli.message")
              .with(
                  "com.fasterxml.jackson.core",
                  "com.fasterxml.jackson.dataformat.yaml",
                  "org.yaml.snakeyaml"),
          Place.of("cli.baseline")
              .over("rules.model", "cli.message")
              .with("com.fasterxml.jackson.core"),
          Place.of("cli.git").over("rules.model", "cli.message"),
          Place.of("cli.owners"),
          Place.of("cli.rpc").with("com.fasterxml.jackson.core", "com.fasterxml.jackson.databind"),
          Place.of("cli.warm").over("rules.model", "rules.scan", "cli.message"),
          Place.of("cli.lsp")
              .over("rules.model", "rules.scan", "reports", "cli.message", "cli.rpc", "cli.warm")
              .with("com.fasterxml.jackson.databind"),
          Place.of("cli.mcp")
              .over("rules.model", "rules.scan", "reports", "cli.message", "cli.rpc", "cli.warm")
              .with("com.fasterxml.jackson.databind"),
          Place.of("cli")
              .over(
                  "rules.model",
                  "rules.scan",
                  "reports",
                  "cli.message",
                  "cli.policy",
                  "cli.baseline",
                  "cli.git",
                  "cli.owners",
                  "cli.warm",
                  "cli.lsp",
                  "cli.mcp")
              .with("picocli"));

  private static final Set<String> FREE = Set.of("java", "org.jspecify.annotations");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ssot");

  /** A package and what it may use besides itself: lower packages, and libraries by root. */
  private record Place(String name, List<String> lower, List<String> libraries) {

    static Place of(String name) {
      return new Place("dev.ssot." + name, List.of(), List.of());
    }

    Place over(String... packages) {
      return new Place(name, Stream.of(packages).map("dev.ssot."::concat).toList(), libraries);
    }

    Place with(String... roots) {
      return new Place(name, lower, List.of(roots));
    }

    boolean allows(String other) {
      return other.equals(name)
          || lower.contains(other)
          || Stream.concat(libraries.stream(), FREE.stream()).anyMatch(root -> isIn(other, root));
    }

    Stream<Dependency> dependencies() {
      return PRODUCT.stream()
          .filter(type -> type.getPackageName().equals(name))
          .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
          .filter(dependency -> !used(dependency).isEmpty());
    }
  }

  private static boolean isIn(String packageName, String root) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  /** The package that a dependency leads to; the empty string for primitive types. */
  private static String used(Dependency dependency) {
    JavaClass target = dependency.getTargetClass();
    return target.getBaseComponentType().getPackageName();
  }

  @Test
  void everyPackageHasAPlaceAndEveryPlaceIsTaken() {
    assertEquals(
        sorted(PLACES.stream().map(Place::name)),
        sorted(PRODUCT.stream().map(JavaClass::getPackageName)));
  }

  private static Set<String> sorted(Stream<String> names) {
    return names.collect(toCollection(TreeSet::new));
  }

  @Test
  void placesAreListedFromLowToHigh() {
    for (int i = 0; i < PLACES.size(); i++) {
      List<String> before = PLACES.subList(0, i).stream().map(Place::name).toList();
      assertTrue(before.containsAll(PLACES.get(i).lower()), PLACES.get(i).name());
    }
  }

  @TestFactory
  Stream<DynamicTest> packagesUseWhatTheyMay() {
    return perPackage(
        place ->
            assertEquals(
                List.of(),
                place
                    .dependencies()
                    .filter(dependency -> !place.allows(used(dependency)))
                    .map(Dependency::getDescription)
                    .sorted()
                    .toList()));
  }

  @TestFactory
  Stream<DynamicTest> packagesUseAllThatTheyMay() {
    return perPackage(
        place -> {
          Set<String> used = sorted(place.dependencies().map(ArchitectureTest::used));
          Predicate<String> idle = root -> used.stream().noneMatch(other -> isIn(other, root));
          assertEquals(
              List.of(),
              Stream.concat(
                      place.lower().stream().filter(lower -> !used.contains(lower)),
                      place.libraries().stream().filter(idle))
                  .toList());
        });
  }

  private static Stream<DynamicTest> perPackage(Consumer<Place> check) {
    return PLACES.stream()
        .map(place -> DynamicTest.dynamicTest(place.name(), () -> check.accept(place)));
  }
}
