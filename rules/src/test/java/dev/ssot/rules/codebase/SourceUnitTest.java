package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceUnitTest {

  @ParameterizedTest
  @CsvSource({
    "src/main/java/com/acme/test/Api.java, com.acme.test, src/main/java",
    "com/acme/Api.java, com.acme, ''",
    "lib/com/acme/Api.java, com.acme, lib",
    "Api.java, '', ''",
    "src/Api.java, '', src",
    "src/Api.java, com.acme, src",
    "src/xcom/acme/Api.java, com.acme, src/xcom/acme"
  })
  void theRootEndsWhereThePackageBegins(String path, String packageName, String root) {
    assertEquals(root, SourceUnit.root(path, packageName));
  }
}
