package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Breach;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncompatibleContractTest {

  private static final String CANONICAL = "shop.net.Router";

  private final Path folder;

  IncompatibleContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("incompatible-contract")
        .policy(TestPolicy.empty().role("routing", CANONICAL))
        .java("package shop.net; public class Message { public String text() { return null; } }")
        .java("package shop.net; public class Order extends Message {}")
        .java("package shop.net; public interface Handler {}")
        .java("package shop.app; import shop.net.Router; class Good { Router router; }");
  }

  /** Two types of one name: the canonical with these members, and one in another package. */
  private Project namesakes(String canonical, String other, String... calls) {
    return project()
        .java(
            "package shop.net; import java.util.*; public class Router { public void ping() {} %s }"
                .formatted(canonical))
        .java(
            "package shop.old; import java.util.*; import shop.net.*; public class Router { public void ping() {} %s }"
                .formatted(other))
        .java(
            """
            package shop.app;

            import java.util.*;
            import shop.net.Handler;
            import shop.net.Message;
            import shop.net.Order;

            class Caller {
              private final shop.old.Router router = null;

              void call(Order order, Message message, Handler handler, String text, int number) {
                %s
              }
            }
            """
                .formatted(String.join("\n    ", calls)));
  }

  private static List<Breach> breaches(Project project) {
    List<Breach> breaches = new ArrayList<>();
    for (Finding finding : project.scan().findings()) {
      evidence(finding).broken().forEach(call -> breaches.add(call.breach()));
    }
    return breaches;
  }

  private static Evidence.IncompatibleContract evidence(Finding finding) {
    return (Evidence.IncompatibleContract) finding.evidence();
  }

  private static final String SEND = "public void send(Message message) {}";

  @Test
  void findsANamesakeWhoseCallersWouldNotBind() {
    project()
        .java("package shop.net; public class Router { public void send(String to) {} }")
        .java(
            """
            package shop.old;

            public class Router { // finds: incompatible-contract (warning)
              public void send(String to, int times) {}
            }
            """)
        .java(
            "package shop.app; class Caller { void call(shop.old.Router r) { r.send(\"a\", 2); } }")
        .assertMarkedFindings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MISSING_MEMBER | public void post(Message m) {} | router.post(message);",
        "ARITY | public void send() {} | router.send();",
        "ARITY | public void send(Message m, int n) {} | router.send(order, number);",
        "PARAMETER_TYPE | public void send(String t) {} | router.send(text);",
        "PARAMETER_TYPE | public void send(String t) {} | router.send(unknown());",
        "PARAMETER_TYPE | public void send(Object o) {} | router.send(text + number);",
        "PARAMETER_TYPE | public void send(int n) {} | router.send(number + 1);",
      })
  void saysWhyACallWouldNotBind(Breach breach, String other, String call) {
    assertEquals(List.of(breach), breaches(namesakes(SEND, other, call)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "router.send(message);",
        "router.send(order);",
        "router.send(new Order());",
        "router.send((Order) unknown());",
        "router.send(null);",
        "this.router.send(unknown());",
        "router.ping();",
        "router.toString();",
      })
  void leavesACallAloneThatBinds(String call) {
    String other = "public void send(Message m) {} public void post() {}";
    assertEquals(List.of(), breaches(namesakes(SEND, other, call)));
    assertEquals(
        List.of(Breach.MISSING_MEMBER), breaches(namesakes(SEND, other, call, "router.post();")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "void | boolean | router.send(message); | 0",
        "void | boolean | boolean sent = router.send(message); | 1",
        "void | boolean | if (router.send(message)) {} | 1",
        "int | boolean | if (!router.send(message)) {} | 1",
        "int | boolean | System.out.println(router.send(message)); | 0",
        "int | long | long sent = router.send(message); | 0",
        "long | int | int sent = router.send(message); | 1",
        "String | Object | Object sent = router.send(message); | 0",
        "Object | String | String sent = router.send(message); | 1",
        "Order | Message | Message sent = router.send(message); | 0",
        "Message | Order | Order sent = router.send(message); | 1",
        "ArrayList<String> | List<String> | List<String> sent = router.send(message); | 0",
      })
  void theResultCountsWhereItIsUsed(String canonical, String other, String call, int broken) {
    String member = "public %s send(Message m) { throw new IllegalStateException(); }";
    List<Breach> breaches =
        breaches(namesakes(member.formatted(canonical), member.formatted(other), call));

    assertEquals(broken == 1 ? List.of(Breach.RETURN_TYPE) : List.of(), breaches);
  }

  @Test
  void findsParametersInAnotherOrder() {
    assertEquals(
        List.of(Breach.PARAMETER_ORDER),
        breaches(
            namesakes(
                "public void send(Message m, String to) {}",
                "public void send(String to, Message m) {}",
                "router.send(text, order);")));
  }

  @Test
  void findsACallThatCompilesAndMeansSomethingElse() {
    Project project =
        namesakes(
            "public void send(String from, String to) {}",
            "public void send(String to, String from) {}",
            "router.send(text, \"me\");");

    assertEquals(List.of(Breach.PARAMETER_ORDER), breaches(project));
    assertEquals(
        "it would compile and mean something else: `Router` names its parameters `from`, `to`",
        evidence(project.scan().findings().get(0)).broken().get(0).words());
  }

  @Test
  void leavesParametersOfOtherNamesInTheSamePlacesAlone() {
    assertEquals(
        List.of(),
        breaches(
            namesakes(
                "public void send(String from, String to) {}",
                "public void send(String source, String target) {}",
                "router.send(text, text);")));
  }

  @Test
  void findsACallOnATypeOfWhatNeedsAnInstance() {
    String other = "public static void send(Message m) {}";
    assertEquals(
        List.of(Breach.INSTANCE_MEMBER),
        breaches(namesakes(SEND, other, "shop.old.Router.send(message);")));
    assertEquals(
        List.of(),
        breaches(
            namesakes(SEND.replace("void", "static void"), other, "shop.old.Router.send(order);")));
  }

  @Test
  void findsWhatCannotBeSeenFromThere() {
    String hidden = SEND.replace("public ", "");
    assertEquals(
        List.of(Breach.VISIBILITY), breaches(namesakes(hidden, SEND, "router.send(message);")));
  }

  @Test
  void inheritedMembersCount() {
    String other = "public void post(Message m) {}";
    Project project = namesakes("", other, "router.post(message);");
    assertEquals(List.of(Breach.MISSING_MEMBER), breaches(project));

    project
        .java("package shop.net; public class Base { public void post(Message m) {} }")
        .java("package shop.net; public class Router extends Base { public void ping() {} }");
    assertEquals(List.of(), breaches(project));
  }

  @Test
  void saysNothingOfMembersThatALibraryMayHave() {
    Project project =
        namesakes("", "public void post(Message m) {}", "router.post(message);")
            .java(
                "package shop.net; import org.lib.Base; public class Router extends Base { public void ping() {} }");

    assertEquals(List.of(), breaches(project));
    assertEquals(
        "call sites of rivals, shims and namesakes (1 more could not be bound)",
        project.scan().coverage().rules().get(0).unit());
  }

  @Test
  void membersOfTheJdkAreInherited() {
    String other = "public void close() {}";
    Project project =
        namesakes("", other, "router.close();")
            .java(
                "package shop.net; public abstract class Router implements AutoCloseable { public void ping() {} }");

    assertEquals(List.of(), breaches(project));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var r = router; r.post();",
        "shop.old.Router r = router; { r.post(); }",
        "for (shop.old.Router r : all()) { r.post(); }",
        "Object o = router; if (o instanceof shop.old.Router r) { r.post(); }",
        "((shop.old.Router) unknown()).post();",
        "new shop.old.Router().post();",
        "Runnable r = () -> router.post();",
        "self().post();",
        "router.same().post();",
        "shop.old.Router.instance().post();",
        "try (shop.old.Router r = router) { r.post(); }",
      })
  void knowsReceiversThatTheFileShows(String call) {
    String other =
        "public void post() {} public Router same() { return this; }"
            + " public static Router instance() { return null; }";
    String canonical =
        "public Router same() { return this; } public static Router instance() { return null; }";
    Project project =
        namesakes(canonical, other, call, "} shop.old.Router self() { return router;");

    assertEquals(List.of(Breach.MISSING_MEMBER), breaches(project));
  }

  @Test
  void aVariableThatHidesAnotherOneIsNotMistakenForIt() {
    assertEquals(
        List.of(),
        breaches(
            namesakes("", "public void post() {}", "Message router = message; router.post();")));
  }

  @Test
  void callsOnWhatTheFileDoesNotShowAreCountedAndNoFinding() {
    Project project = namesakes("", "public void post() {}", "unknown().post();", "router.ping();");
    RuleCoverage coverage = project.scan().coverage().rules().get(0);

    assertEquals(List.of(), breaches(project));
    assertEquals(1, coverage.subjects());
    assertEquals(
        "call sites of rivals, shims and namesakes (1 more could not be bound)", coverage.unit());
  }

  @Test
  void staticImportsAndConstantsAreCalls() {
    Project project =
        project()
            .java(
                "package shop.net; public class Router { public static String of(int n) { return null; } }")
            .java(
                "package shop.old; public class Router { public static final int LIMIT = 2;"
                    + " public static String of(String s) { return s; } }")
            .java(
                """
                package shop.app;

                import static shop.old.Router.of;

                class Caller {
                  String text = of("a") + shop.old.Router.LIMIT;
                }
                """);

    assertEquals(List.of(Breach.PARAMETER_TYPE, Breach.MISSING_MEMBER), breaches(project));
  }

  @Test
  void theCreationOfInstancesAloneIsNoFinding() {
    String other = "public Router(int limit) {} public void post() {}";
    assertEquals(List.of(), breaches(namesakes("", other, "new shop.old.Router(2).ping();")));
    assertEquals(
        List.of(Breach.ARITY, Breach.MISSING_MEMBER),
        breaches(namesakes("", other, "new shop.old.Router(2).ping(); router.post();")));
  }

  @Test
  void overloadsAreToldApartByTheirArguments() {
    String canonical = SEND + " public void send(String text) {}";
    String other =
        "public void send(Message m) {} public void send(String t) {} public void send(int n) {}";
    assertEquals(
        List.of(Breach.PARAMETER_TYPE),
        breaches(
            namesakes(
                canonical,
                other,
                "router.send(order); router.send(\"a\"); router.send(number); router.send(unknown());")));
  }

  @Test
  void varargsTakeAnyNumberOfArguments() {
    String canonical = "public void send(String first, Object... rest) {}";
    String other = "public void send(String a, String b, String c) {}";
    assertEquals(
        List.of(), breaches(namesakes(canonical, other, "router.send(text, text, text);")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<T> void send(T any)", "void send(Handler h)"})
  void aTypeVariableOrAnInterfaceMayFit(String canonical) {
    assertEquals(
        List.of(),
        breaches(
            namesakes(
                "public %s {}".formatted(canonical),
                "public void send(Message m) {}",
                "router.send(unknown());")));
  }

  private static final String FORWARDING =
      """
      package shop.shim;

      import shop.net.Message;
      import shop.net.Router;

      public class OldRouter {
        private final Router router;

        public OldRouter(Router router) {
          this.router = router;
        }

        public void send(Message message) {
          router.send(message);
        }

        public boolean submit(Message message) {
          return router.offer(message);
        }

        public boolean offer(Message message) {
          return router.offer(message);
        }

        public int count(String name, int number) {
          return router.count(name, number);
        }
      }
      """;

  @Test
  void findsAShimWhoseCallersWouldNotBind() {
    ScanResult result =
        project()
            .java(
                "package shop.net; public class Router { public void send(Message m) { work(m); }"
                    + " public boolean offer(Message m) { return work(m); }"
                    + " public int count(String s, int n) { return n; } }")
            .java(
                FORWARDING.replace(
                    "class OldRouter {",
                    "class OldRouter { // finds: incompatible-contract (error)"))
            .java(
                """
                package shop.app;

                import shop.shim.OldRouter;

                class Caller {
                  boolean call(OldRouter old, shop.net.Message message) {
                    new OldRouter(null).send(message);
                    return old.submit(message);
                  }
                }
                """)
            .assertMarkedFindings();

    Evidence.IncompatibleContract evidence = evidence(result.findings().get(0));
    assertEquals(Part.SHIM, evidence.part());
    assertEquals(1, evidence.bound());
    assertEquals(
        List.of("submit(Message)"), evidence.broken().stream().map(BrokenCall::member).toList());
    assertEquals(
        "decide who offers `submit(Message)`, and rewrite the calls that would not bind before it"
            + " goes",
        result.findings().get(0).statement().help());
  }

  @Test
  void findsARivalWhoseCallersWouldNotBind() {
    String body =
        """
          private final java.util.Map<String, String> users = new java.util.HashMap<>();
          private final java.util.Map<String, Long> expiry = new java.util.HashMap<>();

          public void open%1$s(String session, String user, long now%2$s) {
            if (session.isEmpty() || user.isEmpty()) {
              throw new IllegalArgumentException("session and user are needed");
            }
            users.put(session, user);
            expiry.put(session, now + 2000);
          }

          public String userOf(String session, long now) {
            Long until = expiry.get(session);
            if (until == null || until < now) {
              users.remove(session);
              return null;
            }
            return users.get(session);
          }

          public int evict(long now) {
            int before = expiry.size();
            expiry.values().removeIf(until -> until < now);
            users.keySet().retainAll(expiry.keySet());
            return before - expiry.size();
          }
        }
        """;
    ScanResult result =
        Neighbourhood.around(Project.in(folder))
            .rules("incompatible-contract")
            .policy(TestPolicy.empty().role("sessions", "shop.session.Sessions"))
            .java(
                "package shop.session;\npublic class Sessions {\n" + body.formatted("", ", int n"))
            .java(
                "package shop.login;\npublic class Logins { // finds: incompatible-contract (error)\n"
                    + body.formatted("", ""))
            .java(
                "package shop.app; class Caller { void call(shop.login.Logins l) {"
                    + " l.open(\"a\", \"b\", 3); l.evict(2L); } }")
            .assertMarkedFindings();

    Finding finding = result.findings().get(0);
    assertEquals(Part.RIVAL, evidence(finding).part());
    assertEquals(Severity.ERROR, finding.severity());
    assertEquals(
        "`shop.login.Logins` is a rival of `shop.session.Sessions`, which holds the role"
            + " `sessions`, with another contract: 1 of its 2 call sites would not bind",
        finding.statement().message());
  }

  @Test
  void leavesHeirsOfTheCanonicalAlone() {
    project()
        .java("package shop.net; public class Router { public void ping() { work(); } }")
        .java(
            "package shop.old; public class Router extends shop.net.Router { public void post() {} public void ping() {} }")
        .java("package shop.app; class Caller { void call(shop.old.Router r) { r.post(); } }")
        .assertMarkedFindings();
  }

  @Test
  void leavesANamesakeAloneThatNobodyCanConfuse() {
    String caller = "package shop.app; class Caller { void call(shop.old.Router r) { r.post(); } }";
    String canonical = "package shop.net; public class Router { public void ping() {} }";
    project()
        .java(canonical)
        .java("package shop.old; public class Router { public void post() {} }")
        .java(caller)
        .assertMarkedFindings();
    assertEquals(1, breaches(namesakes("", "public void post() {}", "router.post();")).size());
  }

  @Test
  void leavesANamesakeAloneThatAnotherSourceTreeUses() {
    Project.in(folder)
        .rules("incompatible-contract")
        .policy(TestPolicy.empty().role("routing", CANONICAL))
        .java("package shop.net; public class Router { public void ping() {} }")
        .java("package shop.app; class Good { shop.net.Router router; }")
        .file(
            "other/java/shop/old/Router.java",
            "package shop.old; public class Router { public void ping() {} public void post() {} }")
        .file(
            "other/java/shop/use/Caller.java",
            "package shop.use; class Caller { void call(shop.old.Router r) { r.post(); } }")
        .assertMarkedFindings();
  }

  @Test
  void leavesUnrelatedNamesakesAlone() {
    Project project = namesakes("", "public void post() {}", "router.post();");
    project.policy(TestPolicy.empty().role("routing", CANONICAL).unrelated("shop.old.*"));

    assertEquals(List.of(), breaches(project));
  }

  @Test
  void theResultDoesNotDependOnTheNumberOfThreads() {
    Project project = namesakes("", "public void post() {}", "router.post(); router.ping();");
    for (int i = 0; i < 8; i++) {
      project.java(
          "package shop.app; class Caller%s { void call(shop.old.Router r) { r.post(); } }"
              .formatted(i));
    }

    assertEquals(project.threads(1).scan().findings(), project.threads(4).scan().findings());
    assertEquals(9, breaches(project).size());
  }

  @Test
  void identityDoesNotDependOnTheCallers() {
    Project project = namesakes("", "public void post() {}", "router.post();");
    Finding before = project.scan().findings().get(0);
    project.java("package shop.app; class More { void call(shop.old.Router r) { r.post(); } }");
    Finding after = project.scan().findings().get(0);

    assertFalse(before.evidence().equals(after.evidence()), "nothing has changed");
    assertEquals(before.fingerprint(), after.fingerprint());
  }

  @Test
  void doesNotRunWithoutARole() {
    RuleCoverage coverage = project().policy(TestPolicy.empty()).scan().coverage().rules().get(0);

    assertEquals("the policy declares no role", coverage.notRun());
  }
}
