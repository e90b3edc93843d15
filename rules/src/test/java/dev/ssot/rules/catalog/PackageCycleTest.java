package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCycleTest {

  private final Project project;

  PackageCycleTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("package-cycle")
            .java("package shop.a; public class A { shop.b.deep.B b; }")
            .java("package shop.b.deep; public class B { shop.c.C c; }")
            .java("package shop.c; public class C { public void f() {} }");
  }

  @Test
  void doesNotRunWithoutAPattern() {
    assertEquals(
        "the policy wants no packages to be free of cycles",
        project.policy(TestPolicy.empty()).compiled().scan().coverage().rules().get(0).notRun());
  }

  @Test
  void findsACircleWithAnExampleForEachStep() {
    ScanResult result =
        project
            .policy(TestPolicy.empty().acyclic("shop.(*)"))
            .java("package shop.c; class D { shop.a.A a; }")
            .compiled()
            .scan();

    assertEquals(1, result.findings().size());
    Finding finding = result.findings().get(0);
    assertTrue(
        finding
            .statement()
            .message()
            .startsWith(
                "these packages use each other in a circle: `shop.a` → `shop.b` → `shop.c` →"
                    + " `shop.a`: "),
        finding.statement().message());
    assertEquals(
        List.of(
            "`shop.a` uses `shop.b`: `shop.a.A` names `shop.b.deep.B`",
            "`shop.b` uses `shop.c`: `shop.b.deep.B` names `shop.c.C`",
            "`shop.c` uses `shop.a`: `shop.c.D` names `shop.a.A`"),
        ((Evidence.Bytecode) finding.evidence())
            .sightings().stream().map(seen -> seen.words()).toList());
  }

  @Test
  void tellsPackagesApartByThePattern() {
    project
        .java("package shop.b; public class Top { shop.b.deep.B deep; }")
        .java("package shop.b.deep; class Back { shop.b.Top top; }")
        .compiled();

    assertEquals(
        0, project.policy(TestPolicy.empty().acyclic("shop.(*)")).scan().findings().size());
    assertEquals(
        1, project.policy(TestPolicy.empty().acyclic("shop.(**)")).scan().findings().size());
  }

  @Test
  void leavesPackagesWithoutACircleAlone() {
    ScanResult result =
        project.policy(TestPolicy.empty().acyclic("shop.(**)")).compiled().assertMarkedFindings();

    assertEquals(3, result.coverage().rules().get(0).subjects());
  }
}
