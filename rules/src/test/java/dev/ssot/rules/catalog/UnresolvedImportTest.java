package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.TypeRef;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnresolvedImportTest {

  private final Path folder;

  UnresolvedImportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("unresolved-import")
        .java("package shop.session; public class SessionStore { public static class Entry {} }")
        .java("package shop.login; public class LoginPage {}");
  }

  private static List<String> candidates(Finding finding) {
    return ((Evidence.Unresolved) finding.evidence())
        .candidates().stream().map(TypeRef::name).toList();
  }

  @Test
  void findsAnImportOfATypeThatHasMoved() {
    Finding finding =
        project()
            .java(
                """
                package shop.sample;

                import shop.login.LoginPage;
                import shop.login.SessionStore; // finds: unresolved-import (error)

                class Sample {}
                """)
            .assertMarkedFindings()
            .findings()
            .get(0);

    assertEquals(
        "this import names `shop.login.SessionStore`, which does not exist in package `shop.login`",
        finding.statement().message());
    assertEquals(
        "import `shop.session.SessionStore` instead, or delete the import",
        finding.statement().help());
    assertEquals(List.of("shop.session.SessionStore"), candidates(finding));
  }

  @Test
  void findsASlipOfThePen() {
    Finding finding =
        project()
            .java(
                """
                package shop.sample;

                import shop.session.SesionStore; // finds: unresolved-import

                class Sample {}
                """)
            .assertMarkedFindings()
            .findings()
            .get(0);

    assertEquals(List.of("shop.session.SessionStore"), candidates(finding));
  }

  @Test
  void findsStaticImports() {
    project()
        .java(
            """
            package shop.sample;

            import static shop.login.SessionStore.open; // finds: unresolved-import

            class One {}
            """)
        .java(
            """
            package shop.sample;

            import static shop.login.SessionStore.*; // finds: unresolved-import

            class All {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsThemInTestCode() {
    project()
        .test(
            """
            package shop.sample;

            import shop.login.SessionStore; // finds: unresolved-import

            class SampleTest {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void namesAllTypesThatMayBeMeant() {
    Finding finding =
        project()
            .java("package shop.admin; public class SessionStore {}")
            .java("package shop.sample; import shop.login.SessionStore; class Sample {}")
            .scan()
            .findings()
            .get(0);

    assertEquals(
        List.of("shop.admin.SessionStore", "shop.session.SessionStore"), candidates(finding));
  }

  @Test
  void leavesNestedTypesAlone() {
    project()
        .java(
            """
            package shop.sample;

            import shop.session.SessionStore.Entry;
            import static shop.session.SessionStore.Entry.*;

            class Sample {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesTypesAloneOfWhichNothingIsLikeThem() {
    project()
        .java("package shop.sample; import shop.login.Password; class Sample {}")
        .assertMarkedFindings();
  }

  @Test
  void leavesPackagesAloneOfWhichOtherTypesAreElsewhere() {
    project()
        .java(
            """
            package shop.sample;

            import shop.login.LoginProto;
            import shop.login.SessionStore;

            class Sample {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesLibraryPackagesAlone() {
    project()
        .java(
            """
            package shop.sample;

            import org.library.SessionStore;
            import shop.LoginPage;
            import java.util.*;

            class Sample {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsAMissingTypeInEveryFileThatImportsIt() {
    Project project = project();
    for (int i = 0; i < 8; i++) {
      project.java(
          """
          package shop.sample;

          import shop.login.SessionStore; // finds: unresolved-import

          class Sample%s {}
          """
              .formatted(i));
    }
    project.assertMarkedFindings();
  }

  @Test
  void leavesATypeAloneWhoseFileCouldNotBeUnderstood() {
    List<Finding> findings =
        project()
            .file("src/main/java/shop/login/SessionStore.java", "package shop.login; class {")
            .java("package shop.sample; import shop.login.SessionStore; class Sample {}")
            .scan()
            .findings();

    assertEquals(List.of(), findings);
  }

  @Test
  void leavesATypeAloneWhoseFileIsExcludedWhileTheSameNameStandsElsewhere() {
    project()
        .file("src/main/java/shop/login/SessionStore.java", "package shop.login; class X {}")
        .java("package shop.sample; import shop.login.SessionStore; class Sample {}")
        .policy(TestPolicy.empty().excludes("src/main/java/shop/login/SessionStore.java"))
        .assertMarkedFindings();
  }

  @Test
  void aTypeOfTestCodeIsNoCandidateByItsNameAlone() {
    project()
        .test("package shop.sample; public class Fixture {}")
        .java("package shop.sample; import shop.login.Fixture; class Sample {}")
        .assertMarkedFindings();
  }

  @Test
  void identityDoesNotDependOnPlace() {
    String sample = "package shop.sample; import shop.login.SessionStore; class Sample {}";
    Finding before = project().java(sample).scan().findings().get(0);
    Finding after = project().java("// More.\n" + sample).scan().findings().get(0);

    assertEquals(before.fingerprint(), after.fingerprint());
  }
}
