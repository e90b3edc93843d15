package dev.ssot.rules.codebase;

import java.util.List;

/** The libraries that make test doubles. */
public final class MockingLibraries {

  private static final List<String> LIBRARIES =
      List.of(
          "org.mockito.",
          "org.easymock.",
          "org.jmock.",
          "org.powermock.",
          "mockit.",
          "io.mockk.",
          "com.github.tomakehurst.wiremock.",
          "org.wiremock.");

  /** Packages of frameworks whose annotations have such a library replace a bean. */
  private static final List<String> OF_FRAMEWORKS =
      List.of(
          "org.springframework.boot.test.mock.mockito.",
          "org.springframework.test.context.bean.override.mockito.",
          "io.quarkus.test.",
          "io.micronaut.test.annotation.");

  private MockingLibraries() {}

  /** Whether a qualified name, or a package, is of such a library. */
  public static boolean have(String name) {
    return isOf(LIBRARIES, name);
  }

  /** Whether a qualified name may be that of an annotation that brings in a double. */
  public static boolean mayAnnotate(String name) {
    return have(name) || isOf(OF_FRAMEWORKS, name);
  }

  private static boolean isOf(List<String> packages, String name) {
    return packages.stream().anyMatch(library -> (name + ".").startsWith(library));
  }
}
