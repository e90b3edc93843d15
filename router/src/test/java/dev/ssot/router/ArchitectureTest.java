package dev.ssot.router;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
      Map.of(
          ROOT + ".limits",
          List.of(),
          ROOT + ".protocol",
          List.of(ROOT + ".limits"),
          ROOT + ".log",
          List.of(ROOT + ".limits", ROOT + ".protocol"),
          ROOT + ".guard",
          List.of(ROOT + ".limits"),
          ROOT + ".run",
          List.of(ROOT + ".limits", ROOT + ".protocol"),
          ROOT,
          List.of(
              ROOT + ".limits", ROOT + ".protocol", ROOT + ".log", ROOT + ".guard", ROOT + ".run"),
          ROOT + ".legacy",
          List.of(ROOT, ROOT + ".protocol"));

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
  void hasNoMutableStaticState() {
    ArchRule constants = fields().that().areStatic().should().beFinal();
    constants.check(MAIN);
    ArchRule immutable =
        fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notHaveRawType(describe("mutable by its type", ArchitectureTest::isMutable));
    immutable.check(MAIN);
    assertFires(immutable, MutableStatic.class);
  }

  @Test
  void hasNoTransportNoJsonAndNoDatabase() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                ROOT + "..",
                "java.lang..",
                "java.math",
                "java.time..",
                "java.util",
                "java.util.concurrent..",
                "java.util.function",
                "java.util.regex",
                "java.util.stream",
                "org.jspecify.annotations");
    rule.check(MAIN);
    assertFires(
        noClasses().should().dependOnClassesThat().resideInAPackage("java.net.."),
        UsesEverything.class);
  }

  @Test
  void makesNoThreadAndNoExecutor() {
    ArchRule rule =
        noClasses()
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

  private static boolean isMutable(JavaClass type) {
    return type.isArray()
        || (type.isAssignableTo(Collection.class)
            && !type.isEquivalentTo(Set.class)
            && !type.isEquivalentTo(List.class))
        || type.isAssignableTo(StringBuilder.class)
        || type.getPackageName().startsWith("java.util.concurrent");
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

  /** Keeps state for the whole process. */
  @SuppressWarnings("UnusedVariable")
  private static final class MutableStatic {
    private static final ArrayList<String> SEEN = new ArrayList<>();
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
