package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.TypeRef;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDoubleInProductionTest {

  private static final String CONTRACT =
      """
      package shop.pay;

      public interface Payments {
        boolean charge(String card, long cents);
        boolean refund(String card, long cents);
        long balance(String card);
      }
      """;
  private static final String CANONICAL =
      """
      package shop.pay;

      public class CardTerminal implements Payments {
        public boolean charge(String card, long cents) { return bank.take(card, cents); }
        public boolean refund(String card, long cents) { return bank.give(card, cents); }
        public long balance(String card) { return bank.ask(card); }
      }
      """;

  private static final String FOUND = " // finds: test-double-in-production";

  private final Path folder;

  TestDoubleInProductionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("test-double-in-production")
        .policy(TestPolicy.empty().role("payments", "shop.pay.CardTerminal"))
        .java(CONTRACT)
        .java(CANONICAL);
  }

  /** A type with work of its own, which no closer look takes for canned answers. */
  private static String working(String packageName, String head) {
    return """
        package %s;

        import shop.pay.*;

        public class %s
          public boolean charge(String card, long cents) { return ledger.book(card, -cents); }
          public boolean refund(String card, long cents) { return ledger.book(card, cents); }
          public long balance(String card) { return ledger.sum(card); }
        }
        """
        .formatted(packageName, head);
  }

  private static String canned(String packageName, String head) {
    return """
        package %s;

        import shop.pay.*;

        public class %s
          private final java.util.List<String> charged = new java.util.ArrayList<>();
          public boolean charge(String card, long cents) { charged.add(card); return true; }
          public boolean refund(String card, long cents) { return true; }
          public long balance(String card) { return 100; }
        }
        """
        .formatted(packageName, head);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MockPayments",
        "FakePayments",
        "DummyPayments",
        "PaymentsMock",
        "PaymentsTestDouble"
      })
  void findsADoubleByANameThatMeansNothingElse(String name) {
    project()
        .java(working("shop.app", name + " implements Payments {" + FOUND))
        .assertMarkedFindings();
  }

  @Test
  void findsADoubleThatInheritsFromTheCanonical() {
    project()
        .java(working("shop.app", "FakeTerminal extends CardTerminal {" + FOUND))
        .assertMarkedFindings();
  }

  @Test
  void findsADoubleThatHasOnlyTheMembersInCommon() {
    Finding finding =
        project()
            .java(working("shop.app", "FakeTerminal {" + FOUND))
            .assertMarkedFindings()
            .findings()
            .get(0);

    assertEquals(Part.RIVAL, evidence(finding).part());
  }

  @Test
  void leavesAMockOfSomethingElseAlone() {
    project()
        .java(
            """
            package shop.app;

            public class FakeClock {
              public long now() { return 0; }
              public void close() {}
              public boolean charge(String battery) { return true; }
            }
            """)
        .assertMarkedFindings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PaymentsStub", "SpyPayments", "TestPayments", "RecordingPayments"})
  void anAmbiguousNameNeedsCannedAnswersOrWords(String name) {
    project()
        .java(canned("shop.app", name + " implements Payments {" + FOUND))
        .assertMarkedFindings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PaymentsStub", "SpyPayments", "TestPayments", "RecordingPayments"})
  void anAmbiguousNameAloneIsNoSign(String name) {
    project().java(working("shop.app", name + " implements Payments {")).assertMarkedFindings();
  }

  @Test
  void anAmbiguousNameIsOneWhereTheDocumentationSaysSo() {
    String stub =
        working("shop.app", "PaymentsStub implements Payments {" + FOUND)
            .replace("public class", "/** Answers at once, for unit tests. */\npublic class");

    project().java(stub).assertMarkedFindings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"InMemoryPayments", "NullPayments", "CashPayments", "ContestPayments"})
  void cannedAnswersAloneAreNoSign(String name) {
    project().java(canned("shop.app", name + " implements Payments {")).assertMarkedFindings();
  }

  @Test
  void findsADoubleThatIsMadeByAMockingLibraryBetweenProductionFiles() {
    String made =
        working("shop.app", "Payments2 implements Payments {" + FOUND)
            .replace("import shop", "import org.mockito.Mockito;\n\nimport shop");

    project().java(made).assertMarkedFindings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.testing", "shop.mock.pay", "shop.pay.test"})
  void leavesTestSupportPackagesAlone(String packageName) {
    project()
        .java(working(packageName, "FakePayments implements Payments {"))
        .assertMarkedFindings();
  }

  @Test
  void leavesTestCodeAndTestSupportTreesAlone() {
    project()
        .test(working("shop.app", "FakePayments implements Payments {"))
        .file(
            "shop-test/src/main/java/shop/kit/MockPayments.java",
            working("shop.kit", "MockPayments implements Payments {"))
        .assertMarkedFindings();
  }

  @Test
  void findsProductionCodeThatReachesADoubleElsewhere() {
    Finding finding =
        project()
            .java(working("shop.testing", "FakePayments implements Payments {"))
            .java(
                """
                package shop.app;

                import shop.testing.FakePayments; // finds: test-double-in-production

                class Till {
                  FakePayments payments = new FakePayments();
                }
                """)
            .test("package shop.app; import shop.testing.FakePayments; class TillTest {}")
            .assertMarkedFindings()
            .findings()
            .get(0);

    assertEquals("shop.app.Till", finding.subject().type());
    assertEquals(
        "this import reaches `shop.testing.FakePayments`, a test double of the role `payments`,"
            + " from production code",
        finding.statement().message());
  }

  @Test
  void findsAServiceFileThatNamesADouble() {
    project()
        .java(working("shop.testing", "FakePayments implements Payments {"))
        .file(
            "src/main/resources/META-INF/services/shop.pay.Payments",
            "shop.testing.FakePayments # finds: test-double-in-production\n")
        .file("src/test/resources/META-INF/services/shop.pay.Payments", "shop.testing.FakePayments")
        .assertMarkedFindings();
  }

  @Test
  void saysWhyAndWhoUsesIt() {
    Finding finding =
        project()
            .java(canned("shop.app", "FakePayments implements Payments {" + FOUND))
            .java("package shop.app; class Till { FakePayments payments; }")
            .assertMarkedFindings()
            .findings()
            .get(0);

    assertEquals(
        List.of(
            "its name says \"fake\"",
            "3 of its 3 public methods only record what they are given or answer a constant"),
        evidence(finding).observations().stream().map(Observation::words).toList());
    assertEquals(
        List.of("shop.app.Till"), evidence(finding).users().stream().map(TypeRef::name).toList());
    assertEquals(
        "let its user use `shop.pay.CardTerminal`, and move it to the test code",
        finding.statement().help());
    assertEquals(Part.IMPLEMENTATION, evidence(finding).part());
  }

  private static Evidence.TestDouble evidence(Finding finding) {
    return (Evidence.TestDouble) finding.evidence();
  }

  @Test
  void leavesUnrelatedTypesAlone() {
    project()
        .policy(
            TestPolicy.empty().role("payments", "shop.pay.CardTerminal").unrelated("shop.app.*"))
        .java(working("shop.app", "FakePayments implements Payments {"))
        .assertMarkedFindings();
  }

  @Test
  void identityDoesNotDependOnThePlace() {
    String text = working("shop.app", "FakePayments implements Payments {");
    Finding before = project().java(text).scan().findings().get(0);
    Finding after = project().java("\n\n" + text).scan().findings().get(0);

    assertFalse(before.location().equals(after.location()), "it has not moved");
    assertEquals(before.fingerprint(), after.fingerprint());
  }

  @Test
  void doesNotRunWithoutARole() {
    RuleCoverage coverage = project().policy(TestPolicy.empty()).scan().coverage().rules().get(0);

    assertEquals("the policy declares no role", coverage.notRun());
  }
}
