package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModuleNameTest {

  @ParameterizedTest
  @CsvSource({
    "src/main/java/a/A.java, (root)",
    "core/src/main/java/a/A.java, core",
    "libs/core/src/main/java/a/src/A.java, libs/core",
    "spring-web/org/A.java, spring-web",
    "ssot.yaml, (root)",
  })
  void isWhatThePathTells(String path, String module) {
    assertEquals(module, ModuleName.of(path));
  }
}
