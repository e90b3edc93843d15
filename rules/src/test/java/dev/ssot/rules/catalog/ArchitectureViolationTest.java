package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.scan.ScanRefusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureViolationTest {

  private static final String HEAD =
      """
      package arch;

      import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.*;

      import com.tngtech.archunit.core.domain.JavaClasses;
      import com.tngtech.archunit.junit.*;
      import com.tngtech.archunit.lang.*;

      public class Rules {
      """;

  private final Project project;

  ArchitectureViolationTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("architecture-violation")
            .java("package shop.web; public class Page { public void show() {} }")
            .java(
                """
                package shop.core;
                class Order {
                  void show(shop.web.Page page) {
                    page.show();
                  }
                }
                """)
            .compiled()
            .file("rules/com/tngtech/archunit/junit/ArchTest.java", annotation("ArchTest"))
            .file("rules/com/tngtech/archunit/junit/ArchIgnore.java", annotation("ArchIgnore"));
  }

  /** The annotations as archunit-junit5-api has them, which comes with the rules of the user. */
  private static String annotation(String name) {
    return """
        package com.tngtech.archunit.junit;
        import java.lang.annotation.*;
        @Retention(RetentionPolicy.RUNTIME) public @interface %s {}
        """
        .formatted(name);
  }

  private ScanResult scan(String rules) {
    return project
        .file("rules/arch/Rules.java", HEAD + rules + "}")
        .compiledThere("rules")
        .archRules("rules", "arch.Rules")
        .scan();
  }

  @Test
  void doesNotRunWithoutRules() {
    RuleCoverage coverage = project.scan().coverage().rules().get(0);

    assertEquals("no rules were named with --arch-rules and --arch-rule", coverage.notRun());
  }

  @Test
  void findsWhatRulesInFieldsFindAtTheirPlaces() {
    ScanResult result =
        scan(
            """
            @ArchTest static final ArchRule coreKnowsNoWeb =
                noClasses().that().resideInAPackage("..core..")
                    .should().dependOnClassesThat().resideInAPackage("..web..");
            @ArchTest static final ArchRule allIsWell =
                classes().that().resideInAPackage("shop..").should().notBeInterfaces();
            """);

    assertEquals(
        List.of("src/main/java/shop/core/Order.java:2", "src/main/java/shop/core/Order.java:4"),
        result.findings().stream().map(one -> one.location().pathAndLine()).sorted().toList());
    assertTrue(
        result.findings().stream()
            .map(one -> one.statement().message())
            .allMatch(text -> text.endsWith("against the rule `arch.Rules#coreKnowsNoWeb`")));
    assertEquals(2, result.coverage().rules().get(0).subjects());
  }

  @Test
  void keepsItsFingerprintWhenLinesMove() {
    String rule =
        """
        @ArchTest static final ArchRule noShow =
            noClasses().should().callMethod("shop.web.Page", "show");
        """;
    List<String> before =
        scan(rule).findings().stream().map(one -> one.fingerprint().value()).toList();
    project
        .java(
            """
            package shop.core;

            // moved

            class Order {
              void show(shop.web.Page page) {
                page.show();
              }
            }
            """)
        .compiled();
    List<String> after =
        scan(rule).findings().stream().map(one -> one.fingerprint().value()).toList();

    assertEquals(1, before.size());
    assertEquals(before, after);
  }

  @Test
  void findsWhatMethodsAssertAndCountsWhatIsIgnored() {
    ScanResult result =
        scan(
            """
            @ArchTest static void noShow(JavaClasses all) {
              noClasses().should().callMethod("shop.web.Page", "show").check(all);
            }
            @ArchTest @ArchIgnore static final ArchRule later =
                classes().should().beInterfaces();
            @ArchTest final ArchRule minor =
                priority(Priority.LOW).classes().that().haveSimpleName("Page").should().beInterfaces();
            """);

    assertEquals(
        List.of(
            "ERROR src/main/java/shop/core/Order.java:4",
            "WARNING src/main/java/shop/web/Page.java:1"),
        result.findings().stream()
            .map(one -> one.severity() + " " + one.location().pathAndLine())
            .toList());
    assertTrue(
        result
            .coverage()
            .rules()
            .get(0)
            .unit()
            .startsWith("rules of ArchUnit (1 more ignored) in"));
    assertEquals(
        Severity.ERROR,
        result.findings().stream().map(Finding::severity).findFirst().orElseThrow());
  }

  @Test
  void judgesArchivesAndLeavesOutdatedClassesOut() {
    String rule =
        """
        @ArchTest static final ArchRule noShow =
            noClasses().should().callMethod("shop.web.Page", "show");
        """;
    project.archive("lib/all.jar", "target/classes").classes("lib/all.jar");
    assertEquals(1, scan(rule).findings().size());

    project.java("package shop.core; class Order { void other(shop.web.Page page) {} }");
    ScanResult outdated = scan(rule);
    assertEquals(List.of(), outdated.findings());
    assertEquals(1, outdated.coverage().classFiles().outdated());
  }

  private static String refusal(Executable scan) {
    return String.valueOf(assertThrows(ScanRefusal.class, scan).getMessage());
  }

  @Test
  void aRuleThatThrowsEndsTheScan() {
    assertEquals(
        "The rule `arch.Rules#broken` failed otherwise than by a violation:"
            + " java.lang.IllegalStateException: out of order\n"
            + "  help: mend the rule, or leave its class out of --arch-rule",
        refusal(
            () ->
                scan(
                    """
                    @ArchTest static void broken(JavaClasses all) {
                      throw new IllegalStateException("out of order");
                    }
                    """)));
  }

  @Test
  void aRuleThatFindsNothingToCheckEndsTheScan() {
    String message =
        refusal(
            () ->
                scan(
                    """
                    @ArchTest static final ArchRule nothing =
                        classes().that().resideInAPackage("none..").should().beInterfaces();
                    """));

    assertTrue(message.contains("failed to check any classes"), message);
  }

  @Test
  void aClassWithoutRulesAndAMissingOneEndTheScan() {
    String none = refusal(() -> scan("int none;"));
    String gone = refusal(() -> project.archRules("rules", "arch.Gone").scan());

    assertTrue(none.startsWith("`arch.Rules` holds no rule:"), none);
    assertTrue(
        gone.startsWith("There is no class `arch.Gone` on the class path of --arch-rules"), gone);
  }

  /** Its own classes must not reach the rules of the user, whose versions may be others. */
  @Test
  void theCodeOfTheUserSeesNoClassOfThisProgram() {
    String message =
        refusal(
            () ->
                scan(
                    """
                    @ArchTest static void reach(JavaClasses all) throws Exception {
                      Class.forName("dev.ssot.rules.scan.Scan");
                    }
                    """));

    assertTrue(message.contains("ClassNotFoundException"), message);
  }
}
