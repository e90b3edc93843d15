package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.StandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockedCanonicalTest {

  private static final String FOUND = " // finds: mocked-canonical";
  private static final String MOCKITO = "import static org.mockito.Mockito.*;\n";
  private static final String EASYMOCK = "import static org.easymock.EasyMock.*;\n";

  private final Path folder;

  MockedCanonicalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static TestPolicy policy() {
    return TestPolicy.empty().role("payments", "shop.pay.CardTerminal").real();
  }

  private Project project() {
    return project(policy());
  }

  private Project project(TestPolicy policy) {
    return Project.in(folder)
        .rules("mocked-canonical")
        .policy(policy)
        .java(
            """
            package shop.pay;

            public interface Payments {
              boolean charge(String card, long cents);
              long balance(String card);
            }
            """)
        .java(
            """
            package shop.pay;

            public class CardTerminal implements Payments {
              public boolean charge(String card, long cents) { return bank.take(card, cents); }
              public long balance(String card) { return bank.ask(card); }
              public String name() { return bank.name(); }
              protected long now() { return System.nanoTime(); }
              public static CardTerminal open() { return new CardTerminal(); }
            }
            """)
        .java(
            "package shop.pay;\n\npublic class Ledger {\n  public void book() { log.add(1); }\n}\n")
        .java("package shop.other;\n\npublic class CardTerminal {}\n");
  }

  /** A file of tests in another package than the canonical. */
  private static String test(String imports, String body) {
    return """
        package shop.app;

        import org.junit.jupiter.api.Test;
        import shop.pay.*;
        %s
        class CheckoutTest {
          Till till;
        %s
        }
        """
        .formatted(imports, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CardTerminal one = mock(CardTerminal.class);",
        "Object one = mock(CardTerminal.class, RETURNS_DEEP_STUBS);",
        "Object one = mock(CardTerminal.class, withSettings().name(\"it\"));",
        "CardTerminal one = mock();",
        "CardTerminal one = mock(RETURNS_DEEP_STUBS);",
        "Object one = (CardTerminal) mock();",
        "Object one = spy(CardTerminal.class);",
        "Object one = spy(new CardTerminal());",
        "Object one = spy(CardTerminal.open());",
        "MockedStatic<CardTerminal> one = mockStatic(CardTerminal.class);",
        "Object one = mockConstruction(CardTerminal.class);",
        "Till one = new Till(mock(CardTerminal.class));",
        "Object one = org.mockito.Mockito.mock(CardTerminal.class);",
        "Object one = mock(shop.pay.CardTerminal.class);"
      })
  void findsADoubleByMockito(String statement) {
    project()
        .test(test(MOCKITO, "  @Test void pays() {\n    " + statement + FOUND + "\n  }"))
        .assertMarkedFindings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import static org.mockito.Mockito.mock;|mock(CardTerminal.class)",
        "import org.mockito.Mockito;|Mockito.mock(CardTerminal.class)",
        "import org.mockito.*;|Mockito.mock(CardTerminal.class)",
        "import org.mockito.BDDMockito;|BDDMockito.mock(CardTerminal.class)",
        "import org.powermock.api.mockito.PowerMockito;|PowerMockito.mock(CardTerminal.class)",
        "import org.powermock.api.mockito.PowerMockito;|PowerMockito.whenNew(CardTerminal.class)",
        "import org.powermock.api.easymock.PowerMock;|PowerMock.createMock(CardTerminal.class)",
        "import org.powermock.api.easymock.PowerMock;|PowerMock.expectNew(CardTerminal.class)",
        "import org.easymock.EasyMock;|EasyMock.createMock(CardTerminal.class)",
        "import org.easymock.EasyMock;|EasyMock.createNiceMock(\"it\", CardTerminal.class)",
        "import org.easymock.EasyMock;|EasyMock.createControl().createMock(CardTerminal.class)",
        "import org.easymock.EasyMockSupport;|new EasyMockSupport().mock(CardTerminal.class)",
        "import static org.easymock.EasyMock.*;|strictMock(CardTerminal.class)",
        "import static org.easymock.EasyMock.*;|partialMockBuilder(CardTerminal.class)",
        "import org.jmock.Mockery;|new Mockery().mock(CardTerminal.class)",
        "import mockit.MockUp;|new MockUp<CardTerminal>() {}",
        "import mockit.Expectations;|new Expectations(CardTerminal.class) {}"
      })
  void findsADoubleByEachLibrary(String imported, String expression) {
    String statement = "    Object one = " + expression + ";" + FOUND;
    project()
        .test(test(imported + "\n", "  @Test void pays() {\n" + statement + "\n  }"))
        .assertMarkedFindings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.mockito.Mock",
        "org.mockito.Spy",
        "org.easymock.Mock",
        "org.powermock.api.easymock.annotation.MockNice",
        "org.springframework.boot.test.mock.mockito.MockBean",
        "org.springframework.boot.test.mock.mockito.SpyBean",
        "org.springframework.test.context.bean.override.mockito.MockitoBean",
        "org.springframework.test.context.bean.override.mockito.MockitoSpyBean",
        "io.quarkus.test.InjectMock",
        "org.jmock.auto.Mock",
        "mockit.Mocked",
        "mockit.Injectable",
        "mockit.Capturing"
      })
  void findsADoubleByAnAnnotation(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    project()
        .test(test("import " + name + ";\n", "  @" + simple + " CardTerminal terminal;" + FOUND))
        .test(
            test("", "  @Test void pays(@" + name + " CardTerminal terminal) {}" + FOUND)
                .replace("CheckoutTest", "RefundTest"))
        .assertMarkedFindings();
  }

  @Test
  void findsADoubleThatAnAnnotationOfTheTypeNames() {
    project()
        .test(
            """
            package shop.app;

            import org.junit.jupiter.api.Test;
            import org.springframework.boot.test.mock.mockito.MockBean;
            import shop.pay.CardTerminal;

            @MockBean({Till.class, CardTerminal.class}) // finds: mocked-canonical
            class CheckoutTest {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsADoubleInATestThatInheritsFromALibrary() {
    project()
        .test(
            """
            package shop.app;

            import org.easymock.EasyMockSupport;
            import org.junit.Test;
            import shop.pay.CardTerminal;

            class CheckoutTest extends EasyMockSupport {
              @Test void pays() {
                Object one = createMock(CardTerminal.class); // finds: mocked-canonical
              }
            }
            """)
        .assertMarkedFindings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when(terminal.balance(\"4711\")).thenReturn(1L);",
        "lenient().when(terminal.balance(\"4711\")).thenReturn(1L);",
        "doReturn(1L).when(terminal).balance(\"4711\");",
        "doThrow(new Error()).when(this.terminal).balance(\"4711\");",
        "org.mockito.BDDMockito.given(terminal.balance(\"4711\")).willReturn(1L);",
        "org.mockito.BDDMockito.willReturn(1L).given(terminal).balance(\"4711\");",
        "org.easymock.EasyMock.expect(terminal.balance(\"4711\")).andReturn(1L);"
      })
  void findsADoubleFromElsewhereByItsAnswers(String statement) {
    Evidence.Mocked evidence =
        only(
            project()
                .test(
                    test(
                        MOCKITO,
                        "  CardTerminal terminal;\n  @Test void pays() {\n    "
                            + statement
                            + FOUND
                            + "\n  }"))
                .assertMarkedFindings());
    StandIn stub = evidence.standIns().get(0);
    assertEquals(StandIn.Form.STUB, stub.form());
    assertEquals(List.of("balance"), stub.stubbed());
  }

  @Test
  void tellsOfEachStandInWhatIsStubbed() {
    ScanResult result =
        project()
            .test(
                test(
                    MOCKITO,
                    """
                      CardTerminal terminal = mock(CardTerminal.class); // finds: mocked-canonical
                      @Test void pays() {
                        when(terminal.charge("4711", 5)).thenReturn(true);
                        doReturn(1L).when(terminal).balance("4711");
                      }
                      @Test void opens() {
                        try (var all = mockStatic(CardTerminal.class)) { // finds: mocked-canonical
                          all.when(CardTerminal::open).thenReturn(null);
                        }
                      }
                    """))
            .assertMarkedFindings();
    assertEquals(
        List.of("MOCK mock 9 [balance, charge]", "STATIC_MOCK mockStatic 15 [open]"),
        standIns(result));
    Evidence.Mocked first = (Evidence.Mocked) result.findings().get(0).evidence();
    assertEquals("shop.pay.CardTerminal", first.real());
    assertEquals("mocks lied", first.reason());
  }

  private static List<String> standIns(ScanResult result) {
    return result.findings().stream()
        .flatMap(finding -> ((Evidence.Mocked) finding.evidence()).standIns().stream())
        .map(MockedCanonicalTest::text)
        .toList();
  }

  private static String text(StandIn one) {
    return "%s %s %s %s"
        .formatted(one.form(), one.by(), one.location().region().line(), one.stubbed());
  }

  @Test
  void namesTheMembersOfAPartialMock() {
    ScanResult result =
        project()
            .test(
                test(
                    EASYMOCK,
                    """
                          @Test void pays() {
                            CardTerminal terminal =
                                partialMockBuilder(CardTerminal.class) // finds: mocked-canonical
                                    .addMockedMethod("charge").createMock();
                            expect(terminal.balance("4711")).andReturn(1L);
                          }
                        """))
            .assertMarkedFindings();
    assertEquals(List.of("PARTIAL_MOCK partialMockBuilder 11 [balance, charge]"), standIns(result));
  }

  @Test
  void leavesTheMocksOfOtherTypesAlone() {
    project()
        .test(
            test(
                MOCKITO + "import shop.other.CardTerminal;\n",
                "  CardTerminal one = mock(CardTerminal.class);"))
        .test(
            test(
                    MOCKITO,
                    "  static class CardTerminal {}\n  Object one = mock(CardTerminal.class);")
                .replace("CheckoutTest", "NestedTest"))
        .test(
            test(
                    MOCKITO,
                    "  Object one = mock(Till.class); CardTerminal real = new CardTerminal();")
                .replace("CheckoutTest", "TillTest"))
        .test(
            """
            package shop.other;

            import static org.mockito.Mockito.mock;

            class CardTerminalTest {
              Object one = mock(CardTerminal.class);
              shop.pay.CardTerminal other = null;
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatOnlyLooksLikeAMock() {
    project()
        .test(
            test(
                """
                import org.mockito.InjectMocks;
                import org.easymock.TestSubject;
                import static shop.app.Doubles.spy;
                import shop.app.Mock;
                """,
                """
                  @InjectMocks CardTerminal terminal;
                  @TestSubject CardTerminal subject = new CardTerminal();
                  @Mock CardTerminal ours;
                  Object own = mock(CardTerminal.class);
                  Object theirs = spy(CardTerminal.class);
                  Object fixtures = Fixtures.mock(CardTerminal.class);
                  Object matcher = org.mockito.ArgumentMatchers.any(CardTerminal.class);
                  Object captor = org.mockito.ArgumentCaptor.forClass(CardTerminal.class);
                  String text = "mock(CardTerminal.class)"; // mock(CardTerminal.class)
                  /** {@code mock(CardTerminal.class)} */
                  Object mock(Class<?> type) { return type; }
                """))
        .assertMarkedFindings();
  }

  @Test
  void leavesMocksInProductionCodeAlone() {
    String demo =
        """
        package shop.pay;

        import org.mockito.Mockito;

        public class Demo {
          Object one = Mockito.mock(CardTerminal.class);
        }
        """;
    String test = demo.replace("Demo", "DemoTest").replace("class);", "class);" + FOUND);
    project().java(demo).test(test).assertMarkedFindings();
  }

  @Test
  void findsAMockInATestThatStandsBetweenProductionCode() {
    project()
        .java(test(MOCKITO, "  Object one = mock(CardTerminal.class);" + FOUND))
        .assertMarkedFindings();
  }

  @Test
  void findsTheMocksOfTwoTestsOfOneName() {
    String text = test(MOCKITO, "  Object one = mock(CardTerminal.class);" + FOUND);
    project()
        .file("a/src/test/java/shop/app/CheckoutTest.java", text)
        .file("b/src/test/java/shop/app/CheckoutTest.java", text)
        .assertMarkedFindings();
  }

  @Test
  void findsAFakeThatIsWrittenByHand() {
    Evidence.Mocked evidence =
        only(
            project()
                .test(
                    """
                    package shop.pay;

                    class GenerousTerminal extends CardTerminal { // finds: mocked-canonical
                      @Override public boolean charge(String card, long cents) { return true; }
                    }
                    """)
                .assertMarkedFindings());
    assertEquals(
        List.of("FAKE class GenerousTerminal 3 [charge]"),
        evidence.standIns().stream().map(MockedCanonicalTest::text).toList());
  }

  @Test
  void findsAnonymousAndLocalFakes() {
    project()
        .test(
            test(
                "",
                """
                  @Test void pays() {
                    Object one = new CardTerminal() { // finds: mocked-canonical
                      @Override public boolean charge(String card, long cents) {
                        throw new IllegalStateException("no bank");
                      }
                    };
                  }
                """))
        .test(
            test(
                    "",
                    """
                      @Test void pays() {
                        class Local extends CardTerminal { // finds: mocked-canonical
                          @Override public long balance(String card) { return 7; }
                        }
                      }
                    """)
                .replace("CheckoutTest", "LocalTest"))
        .assertMarkedFindings();
  }

  @Test
  void leavesHeirsAloneThatDoMoreThanAnswer() {
    project()
        .test(
            """
            package shop.pay;

            class CountingTerminal extends CardTerminal {
              int calls;
              @Override public boolean charge(String card, long cents) {
                calls++;
                return super.charge(card, cents);
              }
              @Override protected long now() { return 42; }
              public boolean isOpen() { return true; }
            }
            """)
        .test(
            """
            package shop.pay;

            class NamedTerminal extends CardTerminal {
              @Override public String name() { return "till 7"; }
              @Override public boolean charge(String card, long cents) {
                return card.length() > 4 && super.charge(card, cents);
              }
              @Override public long balance(String card) { return accounts.sum(card); }
            }
            """)
        .test(
            """
            package shop.pay;

            class CannedPayments implements Payments {
              public boolean charge(String card, long cents) { return true; }
              public long balance(String card) { return 1; }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsFakesOfAContractThatThePolicyNames() {
    project(policy().real("shop.pay.Payments", "shop.pay.Ledger"))
        .test(
            """
            package shop.pay;

            class CannedPayments implements Payments { // finds: mocked-canonical
              public boolean charge(String card, long cents) { return true; }
              public long balance(String card) { return 1; }
            }
            """)
        .test(
            """
            package shop.pay;

            import java.util.*;

            class InMemoryPayments implements Payments {
              private final Map<String, Long> balances = new HashMap<>();
              public boolean charge(String card, long cents) {
                return balances.merge(card, -cents, Long::sum) >= 0;
              }
              public long balance(String card) { return balances.getOrDefault(card, 0L); }
            }
            """)
        .test(test(MOCKITO, "  Ledger ledger = mock(Ledger.class);" + FOUND))
        .assertMarkedFindings();
  }

  @Test
  void letsExceptedTestsReplaceIt() {
    ScanResult result =
        project(policy().mayMock("shop.app.*"))
            .test(test(MOCKITO, "  Object one = mock(CardTerminal.class);"))
            .test(
                test(MOCKITO, "  Object one = mock(CardTerminal.class);" + FOUND)
                    .replace("package shop.app;", "package shop.app.deep;"))
            .assertMarkedFindings();
    assertEquals(1, result.findings().size());
  }

  @Test
  void doesNotRunWhereNothingMustBeReal() {
    ScanResult result =
        project(TestPolicy.empty().role("payments", "shop.pay.CardTerminal"))
            .test(test(MOCKITO, "  Object one = mock(CardTerminal.class);"))
            .assertMarkedFindings();
    RuleCoverage coverage = result.coverage().rules().get(0);
    assertEquals("the policy wants no role to be real in tests", coverage.notRun());
    assertEquals(List.of(), result.tests());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object one = spy(new DeskTerminal());",
        "DeskTerminal desk = new DeskTerminal(); Object one = spy(desk);",
        "Object one = mock(DeskTerminal.class);",
        "DeskTerminal one = mock();"
      })
  void findsADoubleOfAnHeir(String statement) {
    Evidence.Mocked evidence =
        only(
            withHeir()
                .test(test(MOCKITO, "  @Test void pays() {\n    " + statement + FOUND + "\n  }"))
                .assertMarkedFindings());
    assertEquals("shop.pay.CardTerminal", evidence.real());
  }

  @Test
  void findsAnAnnotatedDoubleOfAnHeirAndLeavesTheHeirItselfAlone() {
    withHeir()
        .test(
            test(
                "import org.mockito.*;\n",
                "  @Spy DeskTerminal one = new DeskTerminal();"
                    + FOUND
                    + "\n  DeskTerminal other = new DeskTerminal();"))
        .assertMarkedFindings();
  }

  private Project withHeir() {
    return project()
        .java("package shop.pay;\n\npublic class DeskTerminal extends CardTerminal {}\n");
  }

  /** A contract with one method, and code that is given one. */
  private Project withContract() {
    return Project.in(folder)
        .rules("mocked-canonical")
        .policy(TestPolicy.empty().role("rates", "shop.pay.Rates").real())
        .java("package shop.pay;\n\npublic interface Rates { long of(String currency); }\n")
        .java("package shop.pay;\n\npublic interface Sink { boolean take(String one); }\n")
        .java(
            """
            package shop.pay;

            public class Till {
              public Till(String name, Rates rates) {}
              public void use(Rates rates) { this.rates = rates; }
              public void fill(Sink sink) { this.sink = sink; }
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rates one = currency -> 7;",
        "Rates one = (currency) -> { return -1; };",
        "Rates one = currency -> { throw new IllegalStateException(\"closed\"); };",
        "Object one = (Rates) currency -> 0;",
        "Till one = new Till(\"seven\", currency -> 7);",
        "till.use(currency -> 7);",
        "Rates one; one = currency -> 7;"
      })
  void findsALambdaThatOnlyAnswers(String statement) {
    Evidence.Mocked evidence =
        only(
            withContract()
                .test(test("", "  @Test void pays() {\n    " + statement + FOUND + "\n  }"))
                .assertMarkedFindings());
    assertEquals(StandIn.Form.FAKE, evidence.standIns().get(0).form());
    assertEquals("a lambda", evidence.standIns().get(0).by());
  }

  @Test
  void findsAMethodReferenceThatOnlyRecords() {
    Project.in(folder)
        .rules("mocked-canonical")
        .policy(TestPolicy.empty().role("sink", "shop.pay.Sink").real())
        .java("package shop.pay;\n\npublic interface Sink { boolean take(String one); }\n")
        .test(
            test(
                "import java.util.*;\n",
                "  List<String> sent = new ArrayList<>();\n  Sink sink = sent::add;"
                    + FOUND
                    + "\n  Sink other = sent::contains;"))
        .assertMarkedFindings();
  }

  @Test
  void leavesLambdasAloneThatWorkOrAreOfOtherTypes() {
    withContract()
        .test(
            test(
                "",
                """
                  @Test void pays() {
                    Rates one = currency -> table.rate(currency) * 100;
                    Rates two = currency -> { table.load(); return table.rate(currency); };
                    Sink sink = text -> true;
                    till.fill(text -> true);
                    Object other = new Bag("seven", text -> 7);
                  }
                """))
        .assertMarkedFindings();
  }

  /** So that a baseline that knows one mock does not hide the next. */
  @Test
  void eachMockIsAFindingAndAllOfOneTestHaveOneFingerprint() {
    String body =
        """
          Object one = mock(CardTerminal.class); // finds: mocked-canonical
          @Test void pays() {
            Object other = spy(new CardTerminal()); // finds: mocked-canonical
          }
        """;
    List<Finding> findings = project().test(test(MOCKITO, body)).assertMarkedFindings().findings();
    assertEquals(findings.get(0).fingerprint(), findings.get(1).fingerprint());
  }

  @Test
  void theFingerprintSurvivesMovedLinesAndRenamedTests() {
    String body = "  @Test void pays() {\n    Object one = mock(CardTerminal.class);\n  }";
    Finding before = project().test(test(MOCKITO, body)).scan().findings().get(0);
    Finding after =
        project()
            .test(
                test(
                    MOCKITO,
                    "  int more;\n" + body.replace("pays", "paysByCard").replace("mock(", "spy(")))
            .scan()
            .findings()
            .get(0);
    assertNotEquals(before.location(), after.location());
    assertEquals(before.fingerprint(), after.fingerprint());
    Finding elsewhere =
        project()
            .test(test(MOCKITO, body).replace("CheckoutTest", "AnotherTest"))
            .scan()
            .findings()
            .get(0);
    assertNotEquals(before.fingerprint(), elsewhere.fingerprint());
  }

  @Test
  void aCommentAcceptsIt() {
    ScanResult result =
        project()
            .today("2027-01-01")
            .test(
                test(
                    MOCKITO,
                    "  // ssot:allow mocked-canonical until=2027-03-31 owner=pay -- bank is away\n"
                        + "  Object one = mock(CardTerminal.class);"))
            .assertMarkedFindings();
    assertEquals(1, result.findings().size());
  }

  private static Evidence.Mocked only(ScanResult result) {
    assertEquals(1, result.findings().size());
    return (Evidence.Mocked) result.findings().get(0).evidence();
  }
}
