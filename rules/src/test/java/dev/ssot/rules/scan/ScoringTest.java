package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Tally;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

  private static final String STORE =
      """
      package shop.session;

      import java.util.HashMap;
      import java.util.Map;

      public class SessionStore {
        private final Map<String, String> userBySession = new HashMap<>();

        public String openSession(String session, String user) {
          if (session.isEmpty() || user.isEmpty()) {
            throw new IllegalArgumentException("session and user are needed");
          }
          return userBySession.put(session, user);
        }

        public int dropSessions(String user) {
          int before = userBySession.size();
          userBySession.values().removeIf(other -> other.equals(user));
          return before - userBySession.size();
        }
      }
      """;

  private static final String RIVAL =
      STORE.replace("package shop.session", "package shop.web").replace("SessionStore", "Sessions");

  private static final String SHIM =
      """
      package shop.old;

      public class OldSessions {
        private final shop.session.SessionStore store = null;

        public String openSession(String session, String user) {
          return store.openSession(session, user);
        }

        public int dropSessions(String user) {
          return store.dropSessions(user);
        }

        public boolean keepsSessions() {
          return true;
        }

        public String text() {
          return "a shim of the store";
        }
      }
      """;

  private final Project project;

  ScoringTest(@TempDir Path folder) {
    project = Neighbourhood.around(Project.in(folder)).java(STORE).policy(policy());
  }

  private static TestPolicy policy() {
    return TestPolicy.empty().role("session-store", "shop.session.SessionStore");
  }

  private static TestPolicy withShim() {
    return policy().shim("shop.old.OldSessions", "shop", "2027-06-30");
  }

  private RoleCompliance role() {
    List<RoleCompliance> roles = project.scan().compliance().roles();
    assertEquals(1, roles.size());
    return roles.get(0);
  }

  @Test
  void anUnusedCanonicalIsOneSite() {
    assertEquals(new Tally(1, 1), role().implementations());
    assertEquals(new Tally(0, 0), role().uses());
  }

  @Test
  void canonicalAndShimsAreCompliantAndRivalsAreNot() {
    project.policy(withShim()).java(SHIM).java(RIVAL);

    assertEquals(new Tally(2, 3), role().implementations());
  }

  @Test
  void aShimWithoutAnEndDateIsNot() {
    project.java(SHIM).java("package shop.d; import shop.old.OldSessions; class D {}");

    assertEquals(new Tally(1, 2), role().implementations());
    assertEquals(new Tally(1, 2), role().uses());
  }

  @Test
  void usesAreCountedByWhatTheyReach() {
    project
        .policy(withShim())
        .java(SHIM) // One qualified use of the canonical.
        .java(RIVAL)
        .java("package shop.a; import shop.session.SessionStore; class A { SessionStore s, t; }")
        .java("package shop.b; import shop.session.*; class B { SessionStore s; }")
        .java("package shop.session; class C { SessionStore s; }")
        .java("package shop.d; import shop.old.OldSessions; class D {}")
        .java("package shop.e; import shop.web.Sessions; class E { Sessions s; }")
        .java("package shop.web; class F { Sessions s; }");

    // The canonical by shim, A, B and C, the shim by D; the rival by E and F.
    assertEquals(new Tally(5, 7), role().uses());
    assertEquals("70.0 % (7 of 10)", role().total().text());
  }

  @Test
  void usesInTestCodeCount() {
    project
        .java(RIVAL)
        .test("package shop.a; import shop.session.SessionStore; class ATest {}")
        .test("package shop.b; import shop.web.Sessions; class BTest {}");

    assertEquals(new Tally(1, 2), role().uses());
  }

  @Test
  void reflectionAndServiceFilesAreUses() {
    project
        .java(
            """
            package shop.a;

            class A {
              Object store() throws Exception {
                return Class.forName("shop.session.SessionStore");
              }
            }
            """)
        .file("src/main/resources/META-INF/services/shop.Store", "shop.session.SessionStore\n");

    assertEquals(new Tally(2, 2), role().uses());
  }

  @Test
  void documentationLinksAreNoUses() {
    project
        .java("package shop.a; /** See {@link shop.session.SessionStore}. */ class A {}")
        .policy(policy().forbid("shop.legacy.**"))
        .java("package shop.b; /** See {@link shop.legacy.Sessions}. */ class B {}");

    assertEquals(new Tally(0, 0), role().uses());
  }

  @Test
  void forbiddenPathsOfTheRoleAreSitesThatAreNotCompliant() {
    project
        .java("package shop.a; import shop.session.SessionStore; class A {}")
        .java("package shop.b; import shop.legacy.Sessions; class B {}")
        .policy(policy().forbid("shop.legacy.**"));

    assertEquals(new Tally(1, 2), role().uses());
  }

  @Test
  void aForbiddenWayToTheCanonicalIsNotCompliant() {
    project
        .java("package shop.a; import shop.session.SessionStore; class A {}")
        .java("package shop.b; import static shop.session.SessionStore.openSession; class B {}")
        .policy(policy().forbid("shop.session.SessionStore#openSession"));

    assertEquals(new Tally(1, 2), role().uses());
  }

  @Test
  void forbiddenPathsThatBelongToNoRoleDoNotCount() {
    project
        .java("package shop.b; import shop.legacy.Sessions; class B {}")
        .policy(
            TestPolicy.forbidding("shop.legacy.**")
                .role("session-store", "shop.session.SessionStore"));

    assertEquals(new Tally(0, 0), role().uses());
  }

  @Test
  void aNamesakeOfTheCanonicalIsASiteThatIsNotCompliant() {
    project
        .java("package shop.web; public class SessionStore {}")
        .java("package shop.b; import shop.web.SessionStore; class B {}");

    assertEquals(new Tally(1, 1), role().implementations());
    assertEquals(new Tally(0, 1), role().uses());
  }

  @Test
  void theScoreDoesNotDependOnTheRulesThatRun() {
    project
        .java(RIVAL)
        .java("package shop.b; import shop.legacy.Sessions; class B {}")
        .policy(policy().forbid("shop.legacy.**"));
    RoleCompliance all = role();
    project.rules("unmatched-policy");

    assertEquals("33.3 % (1 of 3)", all.total().text());
    assertEquals(all, role());
  }

  @Test
  void theScoreDoesNotDependOnSeverities() {
    project
        .java("package shop.b; import shop.legacy.Sessions; class B {}")
        .policy(policy().forbid("shop.legacy.**").severity("forbidden-import", Severity.NOTE));

    assertEquals(new Tally(0, 1), role().uses());
  }

  @Test
  void withoutARoleThereIsNoScoreAndNoGate() {
    ScanResult result = project.policy(TestPolicy.empty()).scan();

    assertEquals("n/a (0 sites)", result.compliance().total().text());
    assertEquals(Outcome.CLEAN, result.outcome());
  }

  @Test
  void aScoreBelowTheGateIsAViolationThoughNoFindingIs() {
    TestPolicy lenient = policy().severity("duplicate-implementation", Severity.NOTE);
    project.java(RIVAL);

    assertEquals(
        Outcome.VIOLATIONS, project.policy(lenient.gate(Severity.WARNING, 51)).scan().outcome());
    assertEquals(
        Outcome.CLEAN, project.policy(lenient.gate(Severity.WARNING, 50)).scan().outcome());
  }

  @Test
  void rolesAreSortedAndSummedUp() {
    project
        .java("package shop.cart; public class Carts {}")
        .java(
            "package shop.a; import shop.cart.Carts; import shop.session.SessionStore; class A {}")
        .policy(policy().role("carts", "shop.cart.Carts"));
    ScanResult result = project.scan();

    assertEquals(
        List.of("carts", "session-store"),
        result.compliance().roles().stream().map(RoleCompliance::role).toList());
    assertEquals(new Tally(4, 4), result.compliance().total());
  }
}
