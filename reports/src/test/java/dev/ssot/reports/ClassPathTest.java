package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports see the result of a scan and nothing of how code is read. */
final class ClassPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.github.javaparser.JavaParser",
        "com.tngtech.archunit.core.domain.JavaClasses"
      })
  void whatReadsCodeIsOutOfReach(String reader) {
    assertThrows(ClassNotFoundException.class, () -> load(reader));
  }

  @Test
  void theModelIsInReach() {
    assertDoesNotThrow(() -> load("dev.ssot.rules.model.ScanResult"));
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ClassPathTest.class.getClassLoader());
  }
}
