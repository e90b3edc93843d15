package dev.ssot.router;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String ROOT = "dev.ssot.router";

  /** Every package with the packages of this module that it may use; a new one must be listed. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(ROOT + ".limits", List.of()),
          Map.entry(ROOT + ".protocol", List.of(ROOT + ".limits")),
          Map.entry(ROOT + ".log", List.of(ROOT + ".limits", ROOT + ".protocol")),
          Map.entry(ROOT + ".guard", List.of(ROOT + ".limits")),
          Map.entry(ROOT + ".run", List.of(ROOT + ".limits", ROOT + ".protocol")),
          Map.entry(
              ROOT,
              List.of(
                  ROOT + ".limits",
                  ROOT + ".protocol",
                  ROOT + ".log",
                  ROOT + ".guard",
                  ROOT + ".run")),
          Map.entry(ROOT + ".legacy", List.of(ROOT, ROOT + ".protocol")),
          Map.entry(ROOT + ".wire", List.of(ROOT + ".limits", ROOT + ".protocol", ROOT)),
          Map.entry(ROOT + ".auth", List.of(ROOT + ".limits", ROOT + ".protocol")),
          Map.entry(ROOT + ".sockets", List.of()),
          Map.entry(
              ROOT + ".client",
              List.of(ROOT + ".limits", ROOT + ".protocol", ROOT + ".wire", ROOT + ".sockets")),
          Map.entry(
              ROOT + ".server",
              List.of(
                  ROOT + ".limits",
                  ROOT + ".protocol",
                  ROOT + ".log",
                  ROOT + ".guard",
                  ROOT + ".wire",
                  ROOT + ".auth",
                  ROOT + ".sockets",
                  ROOT)),
          Map.entry(ROOT + ".application", List.of(ROOT + ".wire", ROOT)),
          Map.entry(ROOT + ".config", List.of(ROOT + ".limits", ROOT + ".auth")),
          Map.entry(
              ROOT + ".operations",
              List.of(
                  ROOT + ".limits",
                  ROOT + ".protocol",
                  ROOT + ".log",
                  ROOT + ".guard",
                  ROOT + ".server",
                  ROOT + ".sockets",
                  ROOT)),
          Map.entry(
              ROOT + ".demo.agent",
              List.of(ROOT + ".limits", ROOT + ".protocol", ROOT + ".run", ROOT)),
          Map.entry(
              ROOT + ".demo",
              List.of(
                  ROOT + ".limits",
                  ROOT + ".protocol",
                  ROOT + ".log",
                  ROOT + ".run",
                  ROOT + ".wire",
                  ROOT + ".auth",
                  ROOT + ".server",
                  ROOT + ".demo.agent",
                  ROOT + ".sockets",
                  ROOT)),
          Map.entry(
              ROOT + ".program",
              List.of(
                  ROOT + ".limits",
                  ROOT + ".log",
                  ROOT + ".auth",
                  ROOT + ".server",
                  ROOT + ".application",
                  ROOT + ".config",
                  ROOT + ".operations",
                  ROOT + ".demo",
                  ROOT)));

  /** What every package may use of others. */
  private static final List<String> JDK =
      List.of(
          ROOT + "..",
          "java.lang..",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.time..",
          "java.util",
          "java.util.concurrent..",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  /** Packages above the core, each with what the core must not have and this one is for. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          ROOT + ".wire",
          List.of("com.fasterxml.jackson.core..", "java.io", "java.nio.."),
          ROOT + ".auth",
          List.of("com.nimbusds..", "java.io", "java.nio..", "java.security..", "java.text"),
          ROOT + ".sockets",
          List.of("io.netty.."),
          ROOT + ".client",
          List.of("io.netty..", "java.net", "java.nio..", "java.util.random", "javax.net.ssl"),
          ROOT + ".server",
          List.of(
              "io.netty..", "java.io", "java.net", "java.nio..", "java.security", "java.util.zip"),
          ROOT + ".demo.agent",
          List.of("java.io", "java.nio.."),
          ROOT + ".demo",
          List.of("io.netty..", "java.io", "java.net", "java.nio..", "java.security"),
          ROOT + ".config",
          List.of("org.yaml.snakeyaml..", "java.io", "java.net", "java.nio.."),
          ROOT + ".operations",
          List.of(
              "io.micrometer..",
              "io.netty..",
              "com.fasterxml.jackson.core..",
              "java.io",
              "java.net",
              "java.nio..",
              "java.text",
              "java.util.logging"),
          ROOT + ".program",
          List.of("picocli..", "io.micrometer..", "java.io", "java.net", "java.nio.."));

  /** What has no library, no transport, no clock and no thread of its own. */
  private static final List<String> CORE =
      MAY_USE.keySet().stream().filter(name -> !LIBRARIES.containsKey(name)).toList();

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void listsEveryPackage() {
    assertEquals(new TreeSet<>(MAY_USE.keySet()), packages(MAIN));
  }

  @Test
  void usesPackagesOnlyDownwards() {
    MAY_USE.forEach((name, below) -> onlyUses(name, below).check(MAIN));
  }

  @Test
  void hasNoTransportNoJsonAndNoDatabase() {
    onlyDependsOn(CORE, List.of()).check(MAIN);
    assertFires(
        noClasses().should().dependOnClassesThat().resideInAPackage("java.net.."),
        UsesEverything.class);
  }

  @Test
  void usesEachLibraryInItsPackageOnly() {
    LIBRARIES.forEach((name, own) -> onlyDependsOn(List.of(name), own).check(MAIN));
  }

  @Test
  void makesNoThreadAndNoExecutor() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(CORE.toArray(new String[0]))
            .should()
            .callConstructorWhere(target("makes a thread", Thread.class))
            .orShould()
            .accessTargetWhere(target("makes an executor", Executors.class))
            .orShould()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "runs on a common pool or sleeps",
                    call ->
                        Set.of("supplyAsync", "runAsync", "commonPool", "sleep")
                            .contains(call.getName())));
    rule.check(MAIN);
    assertFires(rule, UsesEverything.class);
  }

  @Test
  void asksOnlyTheGivenClockForTheTime() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(CORE.toArray(new String[0]))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .accessTargetWhere(target("uses a system clock", Clock.class));
    rule.check(MAIN);
    assertFires(rule, UsesEverything.class);
  }

  private static ArchRule onlyDependsOn(List<String> packages, List<String> libraries) {
    List<String> allowed = new ArrayList<>(JDK);
    allowed.addAll(libraries);
    return classes()
        .that()
        .resideInAnyPackage(packages.toArray(new String[0]))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(new String[0]));
  }

  private static ArchRule onlyUses(String name, List<String> below) {
    List<String> above =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(name) && !below.contains(other))
            .toList();
    if (above.isEmpty()) {
      return classes().that().resideInAPackage(name).should().resideInAPackage(name);
    }
    return noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above.toArray(new String[0]));
  }

  private static DescribedPredicate<JavaAccess<?>> target(String words, Class<?> owner) {
    return describe(words, access -> access.getTargetOwner().isEquivalentTo(owner));
  }

  private static Set<String> packages(JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::getPackage)
        .map(JavaPackage::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A rule that fires on nothing is no rule. */
  private static void assertFires(ArchRule rule, Class<?> offender) {
    JavaClasses offending = new ClassFileImporter().importClasses(offender);
    assertThrows(AssertionError.class, () -> rule.check(offending));
  }

  /** Does everything that the core must not. */
  @SuppressWarnings({"unused", "JavaTimeDefaultTimeZone", "UnusedMethod"})
  private static final class UsesEverything {

    private static long all() {
      Thread thread = new Thread(() -> {});
      Executors.newCachedThreadPool().shutdown();
      URI uri = URI.create("http://localhost");
      return System.currentTimeMillis()
          + Clock.systemUTC().millis()
          + thread.getPriority()
          + uri.getPort();
    }
  }
}
