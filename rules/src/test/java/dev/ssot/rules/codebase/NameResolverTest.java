package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.NameResolver.Resolution;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.model.AccessPath;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of section 6.4.1 of the Java Language Specification. */
class NameResolverTest {

  private final Project project;

  NameResolverTest(@TempDir Path folder) {
    project =
        Project.in(folder)
            .java("package one; public class Thing { public static class Part {} }")
            .java("package two; public class Thing {}")
            .java("package home; public class Neighbour {}");
  }

  private Optional<Resolution> resolved(String name, String imports, String body) {
    Codebase codebase =
        project
            .file("home/User.java", "package home; %s class User { %s }".formatted(imports, body))
            .codebase();
    SourceUnit unit =
        codebase.units().stream().filter(u -> u.path().equals("home/User.java")).findFirst().get();
    return new NameResolver(codebase, unit).resolve(name);
  }

  private void assertResolves(String name, String imports, String type, AccessPath path) {
    assertEquals(Optional.of(new Resolution(type, path)), resolved(name, imports, ""));
  }

  @Test
  void singleImports() {
    assertResolves("Thing", "import one.Thing;", "one.Thing", AccessPath.IMPORT);
    assertResolves("Part", "import one.Thing.Part;", "one.Thing.Part", AccessPath.IMPORT);
    assertResolves(
        "Part", "import static one.Thing.Part;", "one.Thing.Part", AccessPath.STATIC_IMPORT);
  }

  @Test
  void wildcardImports() {
    assertResolves("Thing", "import one.*;", "one.Thing", AccessPath.WILDCARD_IMPORT);
    assertResolves(
        "Part", "import static one.Thing.*;", "one.Thing.Part", AccessPath.STATIC_WILDCARD_IMPORT);
    assertResolves("Part", "import one.Thing.*;", "one.Thing.Part", AccessPath.WILDCARD_IMPORT);
  }

  @Test
  void theOwnPackage() {
    assertResolves("Neighbour", "", "home.Neighbour", AccessPath.SAME_PACKAGE);
  }

  @Test
  void aSingleImportHidesTheOwnPackageAndWildcards() {
    project.java("package home; public class Thing {}");

    assertResolves("Thing", "import one.*; import two.Thing;", "two.Thing", AccessPath.IMPORT);
  }

  @Test
  void theOwnPackageHidesWildcards() {
    project.java("package home; public class Thing {}");

    assertResolves("Thing", "import one.*;", "home.Thing", AccessPath.SAME_PACKAGE);
  }

  @Test
  void aTypeOfTheFileHidesEverything() {
    assertEquals(
        Optional.of(new Resolution("home.User.Thing", AccessPath.SAME_PACKAGE)),
        resolved("Thing", "import one.Thing;", "static class Thing {}"));
  }

  @Test
  void anImportOfALibraryTypeHidesTheProjectsOwn() {
    assertEquals(Optional.empty(), resolved("Neighbour", "import org.library.Neighbour;", ""));
  }

  @Test
  void nestedNames() {
    assertResolves("Thing.Part", "import one.Thing;", "one.Thing.Part", AccessPath.IMPORT);
    assertResolves("Thing.Part", "import one.*;", "one.Thing.Part", AccessPath.WILDCARD_IMPORT);
  }

  @Test
  void aNameWhoseTailIsNoTypeResolvesToItsHead() {
    assertResolves("Thing.LIMIT", "import one.Thing;", "one.Thing", AccessPath.IMPORT);
  }

  @Test
  void qualifiedNames() {
    assertResolves("one.Thing", "", "one.Thing", AccessPath.QUALIFIED_NAME);
    assertResolves("one.Thing.Part", "", "one.Thing.Part", AccessPath.QUALIFIED_NAME);
  }

  @Test
  void whatIsNotInTheCodebaseResolvesToNothing() {
    assertEquals(Optional.empty(), resolved("String", "import java.util.*;", ""));
    assertEquals(Optional.empty(), resolved("one.Missing", "", ""));
    assertEquals(Optional.empty(), resolved("Thing", "", ""));
  }
}
