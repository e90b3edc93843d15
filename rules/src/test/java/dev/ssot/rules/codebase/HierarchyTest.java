package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HierarchyTest {

  private final Project project;

  HierarchyTest(@TempDir Path folder) {
    project = Project.in(folder);
  }

  private static TypeEntry type(Codebase codebase, String name) {
    return codebase.type(name).orElseThrow();
  }

  @Test
  void ancestorsAreDirectAndInheritedOnesNearestFirst() {
    Codebase codebase =
        project
            .java("package a; public interface Top {}")
            .java("package a; public interface Middle extends Top {}")
            .java("package b; import a.Middle; public class Base implements Middle {}")
            .java("package c; public class Leaf extends b.Base implements Runnable {}")
            .codebase();

    assertEquals(
        List.of("b.Base", "a.Middle", "a.Top", "Runnable"),
        List.copyOf(new Hierarchy(codebase).ancestors(type(codebase, "c.Leaf"))));
  }

  @Test
  void cyclicInheritanceComesToAnEnd() {
    Codebase codebase =
        project
            .java("package a; class One extends Two {}")
            .java("package a; class Two extends Three {}")
            .java("package a; class Three extends One {}")
            .java("package a; class Self extends Self {}")
            .codebase();
    Hierarchy hierarchy = new Hierarchy(codebase);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertTrue(
              hierarchy.ancestors(type(codebase, "a.One")).containsAll(Set.of("a.Two", "a.Three")));
          assertEquals(Set.of(), hierarchy.ancestors(type(codebase, "a.Self")));
          assertTrue(hierarchy.related(type(codebase, "a.One"), type(codebase, "a.Three")));
        });
  }

  @Test
  void typesAreRelatedUpAndDownAndNotSideways() {
    Codebase codebase =
        project
            .java("package a; class Base {}")
            .java("package a; class Left extends Base {}")
            .java("package a; class Right extends Base {}")
            .codebase();
    Hierarchy hierarchy = new Hierarchy(codebase);

    assertTrue(hierarchy.related(type(codebase, "a.Base"), type(codebase, "a.Left")));
    assertTrue(hierarchy.related(type(codebase, "a.Left"), type(codebase, "a.Base")));
    assertFalse(hierarchy.related(type(codebase, "a.Left"), type(codebase, "a.Right")));
  }

  @Test
  void aSuperTypeOfALibraryIsKnownByItsImport() {
    Codebase codebase =
        project
            .java("package a; import org.library.Base; class One extends Base implements Other {}")
            .codebase();

    assertEquals(
        Set.of("org.library.Base", "Other"),
        new Hierarchy(codebase).ancestors(type(codebase, "a.One")));
  }

  @Test
  void anotherTypeOfTheSameSimpleNameIsNoAncestor() {
    Codebase codebase =
        project
            .java("package a; public class Base {}")
            .java("package b; public class Base {}")
            .java("package c; import b.Base; class One extends Base {}")
            .codebase();

    assertEquals(Set.of("b.Base"), new Hierarchy(codebase).ancestors(type(codebase, "c.One")));
  }

  @Test
  void aSubtypeMayHaveTheSimpleNameOfItsSuperType() {
    Codebase codebase =
        project
            .java("package a; public class Base {}")
            .java("package b; public class Base extends a.Base {}")
            .codebase();

    assertEquals(Set.of("a.Base"), new Hierarchy(codebase).ancestors(type(codebase, "b.Base")));
  }
}
