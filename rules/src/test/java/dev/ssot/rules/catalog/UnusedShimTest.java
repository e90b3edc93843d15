package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedShimTest {

  private final Project project;

  UnusedShimTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("unused-shim")
            .policy(TestPolicy.empty().role("router", "shop.Router"))
            .java(
                """
                package shop;

                public class Router {
                  public void route(String text) { System.out.println(text); }
                  public void drop(String text) { System.err.println(text); }
                }
                """)
            .java("package shop; public @interface Shim { String owner(); String until(); }");
  }

  private Project with(String annotation, String mark) {
    return project.java(
        """
        package shop.old;

        import shop.Router;
        import shop.Shim;

        %s
        public final class Switch { %s
          private static final Switch NONE = new Switch(null);
          private final Router router;

          public Switch(Router router) { this.router = router; }

          public void route(String text) { router.route(text); }

          public void drop(String text) { router.drop(text); }
        }
        """
            .formatted(annotation, mark));
  }

  private Project dated(String mark) {
    return with("@Shim(owner = \"chat\", until = \"2027-06-30\")", mark);
  }

  @Test
  void findsAShimThatOnlyItselfUses() {
    dated("// finds: unused-shim (warning)").assertMarkedFindings();
  }

  @Test
  void findsOneThatNobodyHasDeclared() {
    with("", "// finds: unused-shim").assertMarkedFindings();
  }

  @Test
  void findsOneThatThePolicyDeclares() {
    project.policy(
        TestPolicy.empty()
            .role("router", "shop.Router")
            .shim("shop.old.Switch", "chat", "2027-06-30"));
    with("", "// finds: unused-shim").assertMarkedFindings();
  }

  @Test
  void aDocumentationLinkIsNoUse() {
    project.java("package shop; /** Was {@link shop.old.Switch}. */ class Desk {}");
    dated("// finds: unused-shim").assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatProductionCodeUses() {
    project.java("package shop; class Desk { shop.old.Switch line; }");
    dated("").assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatATestStandsInForTheCallersOf() {
    project.test("package shop; class SwitchTest { shop.old.Switch line; }");
    dated("").assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatAServiceFileNames() {
    project.file("src/main/resources/META-INF/services/shop.Line", "shop.old.Switch\n");
    dated("").assertMarkedFindings();
  }

  @Test
  void saysSoAndNothingElse() {
    assertEquals(
        "`shop.old.Switch` is a shim of `shop.Router` that nothing in this codebase uses",
        dated("").scan().findings().get(0).statement().message());
  }
}
