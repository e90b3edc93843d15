package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.RoleTests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleUsesTest {

  private static final String HEAD =
      """
      package shop.app;

      import static org.junit.jupiter.api.Assertions.*;
      import static org.mockito.Mockito.*;
      import org.junit.jupiter.api.*;
      import org.mockito.Mock;
      import shop.pay.*;

      """;

  private final Project project;

  RoleUsesTest(@TempDir Path folder) {
    project =
        Project.in(folder)
            .rules("mocked-canonical")
            .policy(
                TestPolicy.empty()
                    .role("payments", "shop.pay.CardTerminal")
                    .real("shop.pay.Payments", "shop.pay.Ledger"))
            .java("package shop.pay;\n\npublic interface Payments {\n  long charge(String c);\n}\n")
            .java(
                "package shop.pay;\n\npublic class Ledger {\n  public void book() { a.b(); }\n}\n")
            .java(
                """
                package shop.pay;

                public class CardTerminal implements Payments {
                  public long charge(String card) { return bank.take(card); }
                  public static CardTerminal open() { return new CardTerminal(); }
                }
                """);
  }

  private RoleTests tests() {
    List<RoleTests> all = project.scan().tests();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private List<String> kinds() {
    return tests().tests().stream()
        .map(test -> test.subject().member() + " " + test.kind().label())
        .toList();
  }

  private List<String> kinds(String body) {
    project.test(HEAD + body);
    return kinds();
  }

  @Test
  void sortsTestsByWhatTheyUse() {
    assertEquals(
        List.of("real real", "opened real", "injected real", "mocked mocked", "both mocked"),
        kinds(
            """
            class PaysTest {
              @Test void real() { assertEquals(1, new CardTerminal().charge("a")); }
              @Test void opened() { CardTerminal one = CardTerminal.open(); assertNotNull(one); }
              @Test void injected(CardTerminal one) { assertNotNull(one); }
              @Test void mocked() { CardTerminal one = mock(CardTerminal.class); assertNotNull(one); }
              @Test void both() { assertNotSame(new CardTerminal(), mock(Payments.class)); }
              @Test void neither() { assertEquals(1, 1); }
              @Test void onlyALedger() { assertNotNull(new Ledger()); }
              void helper() { assertNotNull(new CardTerminal()); }
            }
            """));
    assertEquals("60.0 % (3 of 5)", tests().share().text());
  }

  @Test
  void aReplacedCollaboratorMakesATestOfTheRoleAMockedOne() {
    assertEquals(
        List.of("pays mocked"),
        kinds(
            """
            class PaysTest {
              @Test void pays() { assertNotNull(new Till(new CardTerminal(), mock(Ledger.class))); }
              @Test void books() { assertNotNull(mock(Ledger.class)); }
            }
            """));
  }

  @Test
  void countsDisabledEmptyAndAssertionFreeTestsApart() {
    assertEquals(
        List.of(
            "off disabled",
            "empty empty",
            "free assertion-free",
            "expecting real",
            "throwing real",
            "asserted real",
            "waiting real",
            "chained real"),
        kinds(
            """
            class PaysTest {
              CardTerminal one = new CardTerminal();
              @Disabled @Test void off() { assertEquals(1, one.charge("a")); }
              @Test void empty() { /* later */ }
              @Test void free() { one.charge("a"); }
              @Test(expected = Error.class) void expecting() { one.charge(null); }
              @Test void throwing() { if (one.charge("a") != 1) { throw new AssertionError(); } }
              @Test void asserted() { assert one.charge("a") == 1; }
              @Test void waiting() { waitForMoney(one); }
              @Test void chained() { shop.perform(one).andExpect(1); }
            }
            """));
    assertEquals("100.0 % (5 of 5)", tests().share().text());
  }

  @Test
  void aDisabledTypeDisablesWhatIsInIt() {
    assertEquals(
        List.of("outer disabled", "inner disabled"),
        kinds(
            """
            @Disabled class PaysTest {
              @Test void outer() { assertNotNull(new CardTerminal()); }
              @Nested class Inner {
                @Test void inner() { assertNotNull(new CardTerminal()); }
              }
            }
            """));
  }

  @Test
  void whatRunsBeforeATestAndWhatItCallsCounts() {
    assertEquals(
        List.of("plain mocked", "nested mocked"),
        kinds(
            """
            class PaysTest {
              @Mock CardTerminal one;
              @Test void plain() { check(); }
              void check() { assertNotNull(one); }
              @Nested class Inner {
                @Test void nested() { check(); }
              }
            }
            """));
  }

  @Test
  void aHelperThatMakesADoubleCounts() {
    assertEquals(
        List.of("pays mocked", "asks real"),
        kinds(
            """
            class PaysTest {
              @Test void pays() { CardTerminal one = make(); assertNotNull(one); }
              @Test void asks() { CardTerminal one = CardTerminal.open(); assertNotNull(one); }
              CardTerminal make() { return mock(CardTerminal.class); }
            }
            """));
  }

  @Test
  void aTestInheritsWhatItsBaseDoes() {
    project.test(
        HEAD
            + """
            abstract class Base {
              CardTerminal one;
              @BeforeEach void prepare() { one = new CardTerminal(); }
              @AfterEach void look() { verify(one); }
            }
            """);
    project.test("package shop.app;\n\nabstract class Middle extends Base {}\n");
    assertEquals(
        List.of("pays real"),
        kinds("class PaysTest extends Middle {\n  @Test void pays() { one.charge(\"a\"); }\n}\n"));
  }

  @Test
  void aFakeFromAnotherFileCounts() {
    project.test(
        """
        package shop.pay;

        public class GenerousTerminal extends CardTerminal {
          @Override public long charge(String card) { return 1; }
        }
        """);
    project.test(
        """
        package shop.pay;

        public class CountingTerminal extends CardTerminal {
          int calls;
          @Override public long charge(String card) { calls++; return super.charge(card); }
        }
        """);
    assertEquals(
        List.of("fake mocked", "heir real"),
        kinds(
            """
            class PaysTest {
              @Test void fake() { CardTerminal one = new GenerousTerminal(); assertNotNull(one); }
              @Test void heir() { CardTerminal one = new CountingTerminal(); assertNotNull(one); }
            }
            """));
  }

  @Test
  void knowsTestsOfJUnit3() {
    project.test(
        """
        package shop.app;

        import junit.framework.TestCase;
        import shop.pay.CardTerminal;

        public class OldTest extends TestCase {
          private CardTerminal one;
          protected void setUp() { one = new CardTerminal(); }
          public void testPays() { assertEquals(1, one.charge("a")); }
          public void helper() { fail(); }
        }
        """);
    assertEquals(List.of("testPays real"), kinds());
  }

  @Test
  void knowsTestsOfTestNg() {
    project.test(
        """
        package shop.app;

        import org.testng.Assert;
        import org.testng.annotations.*;
        import shop.pay.CardTerminal;

        @Test
        public class GroupTest {
          private CardTerminal one;
          @BeforeMethod public void prepare() { one = new CardTerminal(); }
          public void pays() { Assert.assertEquals(1, one.charge("a")); }
          @Test(enabled = false) public void never() { Assert.assertEquals(1, one.charge("a")); }
        }
        """);
    assertEquals(List.of("pays real", "never disabled"), kinds());
  }

  @Test
  void aRoleWithoutTestsHasNoShare() {
    assertEquals("n/a (0 sites)", tests().share().text());
  }
}
