package dev.ssot.router.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShimsTest {

  private static final Set<JavaClass> SHIMS =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages(Shim.class.getPackageName())
              .stream()
              .filter(type -> type.getSimpleName().endsWith("Router"))
              .collect(Collectors.toSet());

  @Test
  void haveAnOwnerAnEndAndAReplacement() {
    assertEquals(6, SHIMS.size());
    for (JavaClass type : SHIMS) {
      Shim shim = type.reflect().getAnnotation(Shim.class);
      assertNotNull(shim, type.getName());
      assertFalse(shim.owner().isBlank(), type.getName());
      assertTrue(LocalDate.parse(shim.until()).isBefore(LocalDate.of(2028, 1, 1)), type.getName());
      assertTrue(type.isAnnotatedWith(Deprecated.class), type.getName());
    }
  }

  /** Only what is given at start-up is kept; connections, users and histories never are. */
  @Test
  void keepNoCollectionsButTheirConfiguration() {
    List<String> kept =
        SHIMS.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(
                field ->
                    field.getRawType().isAssignableTo(Collection.class)
                        || field.getRawType().isAssignableTo(Map.class))
            .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "PatternRouter.middleware",
            "PatternRouter.types",
            "QualityRouter.types",
            "StrategyRouter.ranked"),
        kept);
  }
}
