package dev.ssot.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesArchitectureTest {

  private static final String ROOT = "dev.ssot.rules.";

  /** Every package with the packages that it uses; a new package needs a place here. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("codebase", Set.of("model")),
          // Tokens are read without JavaParser, which is asked where they do not suffice.
          entry("codebase.tokens", Set.of("model", "codebase")),
          entry("codebase.cache", Set.of("model", "codebase")),
          // The only home of JavaParser: whoever wants to judge gets facts and no trees.
          entry(
              "codebase.source", Set.of("model", "codebase", "codebase.tokens", "codebase.cache")),
          // The only home of ArchUnit and ASM.
          entry("codebase.bytecode", Set.of("model", "codebase", "codebase.cache")),
          // What it found out is kept from run to run.
          entry("rivals", Set.of("model", "codebase", "codebase.cache")),
          entry("values", Set.of("model", "codebase", "rivals")),
          entry("catalog", Set.of("model", "codebase", "rivals", "values")),
          entry("triage", Set.of("model", "codebase", "rivals", "catalog")),
          entry("change", Set.of("model")),
          entry("proof", Set.of("model", "codebase", "rivals", "values")),
          entry("fix", Set.of("model", "codebase", "rivals", "catalog")),
          entry(
              "scan",
              Set.of(
                  "model",
                  "codebase",
                  "codebase.cache",
                  "codebase.source",
                  "codebase.bytecode",
                  "rivals",
                  "catalog",
                  "triage",
                  "change",
                  "fix",
                  "proof")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ssot.rules");

  @Test
  void everyPackageHasItsPlaceAndUsesOnlyLowerOnes() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      Set<String> used = found.computeIfAbsent(place(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass())
          .filter(target -> target.getPackageName().startsWith(ROOT))
          .map(RulesArchitectureTest::place)
          .forEach(used::add);
      used.remove(place(type));
    }

    assertEquals(lines(ARROWS), lines(found));
  }

  private static String place(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
  }

  private static String lines(Map<String, Set<String>> arrows) {
    return arrows.entrySet().stream()
        .map(arrow -> arrow.getKey() + " -> " + new TreeSet<>(arrow.getValue()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void onlyTheReaderOfSourcesKnowsTheParser() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ssot.rules.codebase.source")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.javaparser..")
        .check(CLASSES);
  }

  @Test
  void onlyTheReaderOfClassFilesKnowsArchUnitAndAsm() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.ssot.rules.codebase.bytecode")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.tngtech.archunit..", "org.objectweb.asm..")
        .check(CLASSES);
  }

  @Test
  void theModelKnowsNothingButTheJdk() {
    noClasses()
        .that()
        .resideInAPackage("dev.ssot.rules.model")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "dev.ssot.rules.model", "org.jspecify..")
        .check(CLASSES);
  }

  private static final Set<String> FORBIDDEN =
      Set.of(
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.exit",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.lineSeparator",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Throwable.printStackTrace",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID");

  /** Printing, exiting, reading clock or surroundings: that is the front end's business. */
  private static final ArchRule QUIET =
      noClasses()
          .should()
          .accessTargetWhere(
              new DescribedPredicate<JavaAccess<?>>("prints, exits or reads the surroundings") {
                @Override
                public boolean test(JavaAccess<?> access) {
                  AccessTarget target = access.getTarget();
                  String name = target.getOwner().getFullName() + "." + target.getName();
                  return FORBIDDEN.contains(name) || readsTheClock(target) || withoutLocale(access);
                }
              });

  /** A date that is handed in may be compared; only the front end knows which day it is. */
  private static boolean readsTheClock(AccessTarget target) {
    return target.getOwner().getPackageName().startsWith("java.time")
        && (target.getName().equals("now") || target.getName().startsWith("system"));
  }

  private static boolean withoutLocale(JavaAccess<?> access) {
    String signature = access.getTarget().getFullName();
    return signature.equals("java.lang.String.toLowerCase()")
        || signature.equals("java.lang.String.toUpperCase()");
  }

  @Test
  void nothingPrintsExitsOrReadsTheClock() {
    QUIET.check(CLASSES);
  }

  @Test
  void whatPrintsExitsOrReadsTheClockWouldBeFound() {
    JavaClasses loud = new ClassFileImporter().importClasses(Loud.class);

    assertEquals(7, QUIET.evaluate(loud).getFailureReport().getDetails().size());
  }

  @SuppressWarnings({"unused", "StringCaseLocaleUsage"})
  private static final class Loud {

    void all() {
      System.out.println("one");
      System.err.println("two");
      long three = System.nanoTime();
      Object four = java.time.Instant.now();
      String five = "I".toLowerCase();
      Locale six = Locale.getDefault();
      java.time.ZoneId seven = java.time.ZoneOffset.UTC;
      Object eight = java.time.LocalDate.now(seven);
    }
  }

  @Test
  void noStaticStateIsMutable() throws ReflectiveOperationException {
    List<String> mutable = new ArrayList<>();
    int looked = 0;
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        if (isOwnStatic(field)) {
          looked++;
          if (isMutable(field.reflect())) {
            mutable.add(field.getFullName());
          }
        }
      }
    }

    assertEquals(List.of(), mutable);
    assertTrue(looked > 50, "only " + looked + " static fields");
  }

  private static boolean isOwnStatic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isMutable(Field field) throws ReflectiveOperationException {
    if (!Modifier.isFinal(field.getModifiers())) {
      return true;
    }
    field.setAccessible(true);
    Object value = field.get(null);
    return !isImmutable(value);
  }

  private static boolean isImmutable(Object value) {
    Class<?> type = value.getClass();
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return type.getName().startsWith("java.util.ImmutableCollections$");
    }
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Pattern
        || value instanceof Comparator<?>
        || (type.getName().startsWith(ROOT) && hasOnlyFinalFields(type));
  }

  private static boolean hasOnlyFinalFields(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isFinal(field.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  @Test
  void mutableStaticStateWouldBeFound() throws ReflectiveOperationException {
    assertTrue(isMutable(State.class.getDeclaredField("list")));
    assertTrue(isMutable(State.class.getDeclaredField("array")));
    assertTrue(isMutable(State.class.getDeclaredField("open")));
    assertFalse(isMutable(State.class.getDeclaredField("closed")));
  }

  @SuppressWarnings("unused")
  private static final class State {
    static final List<String> list = new ArrayList<>();
    static final int[] array = {1};
    static final List<String> closed = List.of();
    static int open;
  }
}
