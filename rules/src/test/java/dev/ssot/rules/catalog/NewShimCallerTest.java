package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewShimCallerTest {

  private static final String SWITCH = "src/main/java/shop/old/Switch.java";
  private static final String DESK = "src/main/java/shop/Desk.java";
  private static final String SHIM =
      """
      package shop.old;

      import shop.Router;
      import shop.Shim;

      @Shim(owner = "chat", until = "2027-06-30")
      public final class Switch {
        private final Router router;

        public Switch(Router router) { this.router = router; }

        public void route(String text) { router.route(text); }

        public void drop(String text) { router.drop(text); }
      }
      """;
  private static final String USER = "package shop; class Desk { shop.old.Switch line; }";

  private final Project project;

  NewShimCallerTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("new-shim-caller")
            .policy(TestPolicy.empty().role("router", "shop.Router"))
            .java(
                """
                package shop;

                public class Router {
                  public void route(String text) { System.out.println(text); }
                  public void drop(String text) { System.err.println(text); }
                }
                """)
            .java("package shop; public @interface Shim { String owner(); String until(); }")
            .java(SHIM);
  }

  private List<String> found() {
    return project.compared().findings().stream()
        .map(finding -> finding.location().pathAndLine() + " " + finding.severity().label())
        .toList();
  }

  @Test
  void findsATypeThatIsNew() {
    project.java(USER).beforeWithout(DESK);
    assertEquals(List.of(DESK + ":1 warning"), found());
  }

  @Test
  void findsATypeThatHasOnlyBegunToUseIt() {
    project.java(USER).before(DESK, "package shop; class Desk {}");
    assertEquals(List.of(DESK + ":1 warning"), found());
  }

  @Test
  void findsATestAsWell() {
    project
        .test("package shop; class SwitchTest { shop.old.Switch line; }")
        .beforeWithout("src/test/java/shop/SwitchTest.java");
    assertEquals(1, found().size());
  }

  @Test
  void findsAServiceFileThatNamesIt() {
    String services = "src/main/resources/META-INF/services/shop.Line";
    project.file(services, "shop.old.Switch\n").beforeWithout(services);
    assertEquals(List.of(services + ":1 warning"), found());
  }

  @Test
  void leavesAloneWhoUsedItBefore() {
    project
        .java("package shop; class Desk { shop.old.Switch one; shop.old.Switch two; }")
        .before(DESK, USER);
    assertEquals(List.of(), found());
  }

  @Test
  void leavesAloneWhoUsedTheTypeBeforeItWasAShim() {
    project
        .java(USER)
        .before(SWITCH, "package shop.old; public class Switch { void route(String text) {} }");
    assertEquals(List.of(), found());
  }

  @Test
  void leavesAloneAUserThatHasMovedToAnotherPackage() {
    project
        .java("package shop.front; class Desk { shop.old.Switch line; }")
        .beforeWithout("src/main/java/shop/front/Desk.java")
        .before(DESK, USER);
    assertEquals(List.of(), found());
  }

  @Test
  void aCopyInAnotherPackageHasNotMoved() {
    project
        .java(USER)
        .java("package shop.front; class Desk { shop.old.Switch line; }")
        .beforeWithout("src/main/java/shop/front/Desk.java");
    assertEquals(List.of("src/main/java/shop/front/Desk.java:1 warning"), found());
  }

  @Test
  void leavesAloneALinkInDocumentation() {
    project
        .java("package shop; /** Was {@link shop.old.Switch}. */ class Desk {}")
        .beforeWithout(DESK);
    assertEquals(List.of(), found());
  }

  @Test
  void saysWhatToUseInstead() {
    Finding finding = project.java(USER).beforeWithout(DESK).compared().findings().get(0);
    assertEquals(
        "`shop.Desk` is a new user of the shim `shop.old.Switch` of `shop.Router`",
        finding.statement().message());
    assertEquals("use `shop.Router`", finding.statement().help());
  }

  @Test
  void isNotRunWhereNothingIsCompared() {
    ScanResult result = project.java(USER).scan();
    assertEquals(List.of(), result.findings());
    assertFalse(result.coverage().rules().get(0).ran());
  }

  @Test
  void whatAcceptsAUserIsNotUnusedWhenTheUserIsNewNoLonger() {
    String accepted =
        """
        package shop;

        class Desk {
          // ssot:allow new-shim-caller until=2027-03-31 owner=chat -- later
          shop.old.Switch line;
        }
        """;
    project.rules("new-shim-caller", "unused-suppression").java(accepted);
    assertEquals(List.of(), project.compared().findings());
    project.beforeWithout(DESK);
    assertEquals(List.of(), project.compared().open());
    assertEquals(1, project.compared().findings().size());
  }
}
