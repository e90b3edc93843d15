package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Triage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources and class files about one forbidden path. */
class ForbiddenUsesTest {

  private final Project project;

  ForbiddenUsesTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("forbidden-import")
            .policy(TestPolicy.empty().forbid("old.Sessions"))
            .java(
                """
                package old;
                public class Sessions {
                  public static final int MAX = 7;
                  public void open() {}
                }
                """)
            .java(
                "package shop; public class Bean { public old.Sessions all; } // finds: forbidden-import");
  }

  private static List<String> seen(Finding finding) {
    Evidence.Access access = (Evidence.Access) finding.evidence();
    return access.sightings().stream().map(Sighting::words).toList();
  }

  private static Finding in(ScanResult result, String type) {
    return result.findings().stream()
        .filter(one -> one.subject().type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatBothShowIsOneFindingWithBothEvidences() {
    project.java(
        """
        package shop;
        import old.Sessions; // finds: forbidden-import
        class Login {
          void enter(Sessions all) {
            all.open();
          }
        }
        """);
    Finding before = in(project.assertMarkedFindings(), "shop.Login");
    Finding after =
        in(project.compiled().classes("target/classes").assertMarkedFindings(), "shop.Login");

    assertEquals(List.of(), seen(before));
    assertEquals(List.of("calls `old.Sessions#open`"), seen(after));
    assertEquals(before.fingerprint(), after.fingerprint());
    assertEquals(before.location(), after.location());
  }

  @Test
  void whatTheSourceAloneShowsIsKept() {
    project
        .java(
            """
            package shop;
            import old.Sessions; // finds: forbidden-import
            class Unused {}
            """)
        .java(
            """
            package shop;
            import static old.Sessions.MAX; // finds: forbidden-import
            class Inlined { int most() { return MAX; } }
            """)
        .compiled()
        .classes("target/classes");

    assertEquals(List.of(), seen(in(project.assertMarkedFindings(), "shop.Inlined")));
  }

  @Test
  void whatClassFilesAloneShowIsAFindingOfItsOwn() {
    ScanResult result =
        project
            .java(
                """
                package shop;
                class Quiet {
                  void open(Bean bean) {
                    bean.all.open(); // finds: forbidden-import (error)
                  }
                }
                """)
            .compiled()
            .classes("target/classes")
            .assertMarkedFindings();

    Finding finding = in(result, "shop.Quiet");
    Evidence.Access access = (Evidence.Access) finding.evidence();
    assertEquals(AccessPath.CLASS_FILE, access.path());
    assertEquals("old.Sessions", access.target());
    assertEquals(List.of("calls `old.Sessions#open`"), seen(finding));
    assertEquals(14, finding.location().region().column());
  }

  /** Whether the code is compiled must not decide whether a baseline is stale. */
  @Test
  void aKnownFindingOfClassFilesIsNotStaleWhereThereAreNone() {
    project
        .rules("forbidden-import", "stale-baseline-entry")
        .java("package shop; class Quiet { void open(Bean bean) { bean.all.open(); } }")
        .compiled()
        .classes("target/classes");
    List<Finding> all = project.scan().findings();
    project.baseline(all.stream().map(BaselineEntry::of).toList());

    assertEquals(0, project.scan().count(Triage.State.OPEN));
    assertEquals(0, project.beside().scan().count(Triage.State.OPEN));
  }
}
