package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeCopiesTest {

  private final Project project;
  private final List<String> looked = new ArrayList<>();
  private final List<List<String>> pairs = new ArrayList<>();

  WholeCopiesTest(@TempDir Path folder) {
    project = Project.in(folder);
  }

  /** Types that are rivals of each other. */
  private WholeCopiesTest pair(String one, String other) {
    looked(one);
    looked(other);
    pairs.add(List.of(one, other));
    return this;
  }

  private WholeCopiesTest looked(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    String itsPackage = type.substring(0, type.lastIndexOf('.'));
    project.java("package %s; public class %s {}".formatted(itsPackage, name));
    looked.add(itsPackage);
    return this;
  }

  /** Number of pairs that stand alone. */
  private int alone() {
    Codebase codebase = project.codebase();
    List<Pair> all = new ArrayList<>();
    for (List<String> pair : pairs) {
      TypeEntry one = codebase.type(pair.get(0)).orElseThrow();
      all.add(new Pair(one, codebase.type(pair.get(1)).orElseThrow(), 90));
    }
    return new WholeCopies(all, looked, new UsageIndex(codebase, List.of())).others().size();
  }

  @Test
  void takesPackagesWithThoseBelowThemAsOneCopy() {
    pair("app.old.A", "app.fresh.core.A").pair("app.old.x.B", "app.fresh.core.x.B");
    assertEquals(2, alone());

    pair("app.old.y.C", "app.fresh.C");
    assertEquals(0, alone());
  }

  @Test
  void leavesPackagesApartOfWhichFewTypesHaveTheirLike() {
    pair("app.old.A", "app.fresh.A").pair("app.old.x.B", "app.fresh.B");
    pair("app.old.y.C", "app.fresh.C");
    for (int i = 3; i < 9; i++) {
      looked("app.old.More" + i).looked("app.fresh.More" + i);
    }
    assertEquals(0, alone());

    looked("app.old.z.Last").looked("app.fresh.Last");
    assertEquals(3, alone());
  }

  @Test
  void measuresTheSmallerTree() {
    pair("app.old.A", "app.fresh.A").pair("app.old.x.B", "app.fresh.B");
    pair("app.old.y.C", "app.fresh.C");
    for (int i = 3; i < 40; i++) {
      looked("app.fresh.More" + i).looked("app.older.More" + i);
    }

    assertEquals(0, alone());
  }

  @Test
  void leavesPackagesApartOfWhichOneIsBelowTheOther() {
    pair("app.A", "app.old.A").pair("app.x.B", "app.x.old.B").pair("app.C", "app.old.y.C");

    assertEquals(3, alone());
  }

  @Test
  void packagesPartAtTheirFirstDifferentPart() {
    assertEquals(
        Optional.of(new PackageTrees("org.app.optim", "org.app.optimization")),
        PackageTrees.apart("org.app.optim.linear", "org.app.optimization"));
    assertEquals(
        Optional.of(new PackageTrees("a.b", "a.c")), PackageTrees.apart("a.b.x.y", "a.c.x.y"));
    assertEquals(Optional.empty(), PackageTrees.apart("a.b", "a.b.c"));
    assertEquals(Optional.empty(), PackageTrees.apart("a.b.c", "a.b"));
    assertEquals(Optional.empty(), PackageTrees.apart("a.b", "a.b"));
    assertEquals(Optional.empty(), PackageTrees.apart("com.b", "org.b"));
    assertEquals(Optional.empty(), PackageTrees.apart("", "org"));
  }
}
