package dev.ssot.router;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nothing is kept for the whole process: what one router or user leaves, no other finds. */
class StaticStateTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ssot.router");

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
            .notHaveRawType(describe("mutable by its type", StaticStateTest::isMutable));
    immutable.check(MAIN);
    for (Class<?> mutable : MutableStatics.class.getDeclaredClasses()) {
      assertFires(mutable == MutableStatics.NotFinal.class ? constants : immutable, mutable);
    }
  }

  /** A type says only what a collection may be; this asks what it is. */
  @Test
  void hasNoMutableStaticCollection() {
    assertEquals(List.of(), mutableCollections(MAIN));
    JavaClasses hidden = new ClassFileImporter().importClasses(HiddenStatic.class);
    assertEquals(List.of("SEEN"), mutableCollections(hidden));
  }

  private static List<String> mutableCollections(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(
            field ->
                field.getRawType().isAssignableTo(Collection.class)
                    || field.getRawType().isAssignableTo(Map.class))
        .filter(field -> !isUnmodifiable(field))
        .map(JavaField::getName)
        .toList();
  }

  private static boolean isUnmodifiable(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      String type = reflected.get(null).getClass().getName();
      return type.startsWith("java.util.ImmutableCollections")
          || type.startsWith("java.util.Collections$Unmodifiable");
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  private static boolean isMutable(JavaClass type) {
    return type.isArray()
        || (type.isAssignableTo(Collection.class)
            && !type.isEquivalentTo(Set.class)
            && !type.isEquivalentTo(List.class))
        || (type.isAssignableTo(Map.class) && !type.isEquivalentTo(Map.class))
        || type.isAssignableTo(StringBuilder.class)
        || type.getPackageName().startsWith("java.util.concurrent");
  }

  /** A rule that fires on nothing is no rule. */
  private static void assertFires(ArchRule rule, Class<?> offender) {
    JavaClasses offending = new ClassFileImporter().importClasses(offender);
    assertThrows(AssertionError.class, () -> rule.check(offending));
  }

  /** Each keeps state for the whole process in another way. */
  @SuppressWarnings({"UnusedVariable", "UnusedNestedClass", "NonFinalStaticField"})
  private static final class MutableStatics {
    private static final class Lists {
      private static final ArrayList<String> SEEN = new ArrayList<>();
    }

    private static final class Maps {
      private static final HashMap<String, String> SEEN = new HashMap<>();
    }

    private static final class Counters {
      private static final AtomicInteger SEEN = new AtomicInteger();
    }

    private static final class Arrays {
      private static final int[] SEEN = {0};
    }

    private static final class NotFinal {
      private static int seen;
    }
  }

  /** Looks as if it could not change. */
  @SuppressWarnings({"UnusedVariable", "MutableConstantField"})
  private static final class HiddenStatic {
    private static final List<String> SEEN = new ArrayList<>();
    private static final List<String> FIXED = List.of();
  }
}
