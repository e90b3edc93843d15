package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan makes of class files that do not agree with their sources. */
class ClassAgreementTest {

  private static final String CLOCK =
      """
      package shop;
      class Clock {
        static long now;
        long tick() {
          return now++;
        }
        class Face {}
      }
      """;

  private final Project project;

  ClassAgreementTest(@TempDir Path folder) {
    this.project =
        Project.in(folder)
            .rules("shared-mutable-state")
            .policy(TestPolicy.empty().isolate("shop.**"))
            .java("package shop; class Other { void f() {} }")
            .java(CLOCK)
            .compiled();
  }

  private static List<String> causes(ScanResult result) {
    return result.coverage().problems().stream()
        .map(one -> one.kind() + " " + one.path() + ": " + one.cause())
        .toList();
  }

  private static String leftOut(String kind, String cause) {
    return kind
        + " target/classes: 1 of its types do not agree with their sources and were left out: "
        + cause;
  }

  @Test
  void classFilesThatAgreeAreJudged() {
    ScanResult result = project.scan();

    assertEquals(List.of(), causes(result));
    assertEquals(1, result.findings().size());
    assertEquals(new ClassCounts(3, 3, 0, 0), result.coverage().classFiles());
  }

  @Test
  void aMemberAndATypeThatTheClassLacksAreRemarksWhereNobodyAskedForClasses() {
    ScanResult result = project.java(CLOCK.replace("tick()", "tock()")).scan();

    assertEquals(
        List.of(leftOut("REMARK", "`shop.Clock` lacks the method `tock(): long`")), causes(result));
    assertEquals(List.of(), result.findings());
    assertEquals(new ClassCounts(3, 1, 0, 2), result.coverage().classFiles());
    assertEquals(Outcome.CLEAN, result.outcome());
    assertEquals(
        "static fields in 1 class file, 2 outdated", result.coverage().rules().get(0).unit());
  }

  @Test
  void theyMakeAScanIncompleteThatWasAskedToReadThem() {
    ScanResult result =
        project.java(CLOCK.replace("Face", "Hand")).classes("target/classes").scan();

    assertEquals(
        List.of(leftOut("OUTDATED", "`shop.Clock.Hand` has no class file of its own")),
        causes(result));
    assertEquals(Outcome.INCOMPLETE, result.outcome());
  }

  @Test
  void fieldsAndMovedCodeAreCompared() {
    assertEquals(
        List.of(leftOut("REMARK", "`shop.Clock` lacks the field `later`")),
        causes(project.java(CLOCK.replace("static long now", "static long later")).scan()));
    assertEquals(
        List.of(
            leftOut(
                "REMARK",
                "`shop.Clock` has code of `tick` on line 5, where the source has other code")),
        causes(project.java(CLOCK.replace("class Clock {", "class Clock {\n\n\n")).scan()));
  }

  @Test
  void aSourceThatIsGoneLeavesItsClassOut() {
    ScanResult result = project.without("src/main/java/shop/Clock.java").scan();

    assertEquals(
        List.of(leftOut("REMARK", "the source of `shop.Clock`, `Clock.java`, is gone")),
        causes(result));
    assertEquals(List.of(), result.findings());
  }

  @Test
  void aTypeThatMovedToAnotherFileIsNoLongerInItsOwn() {
    ScanResult result =
        project
            .java("package shop; class Two { } class Second { }")
            .compiled()
            .java("package shop; class Two { }")
            .scan();

    assertEquals(
        List.of(leftOut("REMARK", "`shop.Second` is no longer in `src/main/java/shop/Two.java`")),
        causes(result));
  }

  /** What was not scanned is not gone. */
  @Test
  void aSourceThatWasExcludedOrNotNamedIsStillThere() {
    assertEquals(List.of(), causes(project.paths("src/main/java/shop/Other.java").scan()));
    assertEquals(
        List.of(),
        causes(
            project
                .paths("")
                .policy(TestPolicy.empty().isolate("shop.**").excludes("**/Clock.java"))
                .scan()));
  }

  @Test
  void aClassWithMoreThanItsSourceIsNotOutdated() {
    ScanResult result =
        project
            .java(
                """
                package shop;
                record Point(int x, int y) {
                  enum Axis { X, Y }
                  Runnable draw() {
                    return () -> System.out.println(x);
                  }
                }
                """)
            .compiled()
            .scan();

    assertEquals(List.of(), causes(result));
  }

  @Test
  void readsNothingWhereNoRuleNeedsIt() {
    ScanResult result = project.policy(TestPolicy.empty()).scan();

    assertEquals(ClassCounts.none(), result.coverage().classFiles());
  }

  @Test
  void readsClassFilesOfGradle() {
    ScanResult result =
        project
            .without("target/classes/shop/Clock.class")
            .compiled("build/classes/java/main")
            .scan();

    assertEquals(1, result.findings().size());
    assertEquals(List.of(), causes(result));
  }

  @Test
  void aFolderWithoutClassFilesIsRefused() {
    ScanRefusal refusal = assertThrows(ScanRefusal.class, () -> project.classes("src").scan());

    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.startsWith("There is no class file in `"), message);
    assertTrue(message.contains("help: compile the code first"), message);
  }

  @Test
  void aProblemOfAnyKindIsInTheLedger() {
    ScanResult result = project.bytes("target/classes/shop/Broken.class", new byte[3]).scan();

    assertEquals(
        List.of(Problem.Kind.NOT_UNDERSTOOD),
        result.coverage().problems().stream().map(Problem::kind).toList());
    assertEquals(Outcome.INCOMPLETE, result.outcome());
    assertEquals(1, result.findings().size());
  }
}
