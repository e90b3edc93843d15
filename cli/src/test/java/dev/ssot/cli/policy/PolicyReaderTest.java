package dev.ssot.cli.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.ReservedCalls;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.SourceSelection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a policy file comes to. */
class PolicyReaderTest {

  private static final PolicyReader READER =
      new PolicyReader(List.of("one-rule", "other-rule"), List.of("other-rule"));

  private static Policy read(String text) {
    return READER.read(text, "sub/ssot.yaml");
  }

  private static List<String> values(List<PolicyText> texts) {
    return texts.stream().map(PolicyText::value).toList();
  }

  private static PolicyLine at(int line, int column, String key) {
    return new PolicyLine("sub/ssot.yaml", line, column, key);
  }

  @Test
  void theLeastPolicyIsTheStandard() {
    Policy none = Policy.none();
    assertEquals(
        new Policy(
            "sub/ssot.yaml",
            none.roles(),
            none.forbidden(),
            none.sources(),
            none.gate(),
            none.severities(),
            none.accepted()),
        read("version: 1\n"));
  }

  @Test
  void readsARoleWithThePlaceOfEachValue() {
    Role role =
        read("""
            version: 1
            roles:
              - id: mail-sender
                canonical: com.acme.Mailer
                rivals:
                  names: ["*Mailer"]
                  members: [send, sendAll]
                  threshold: 75
                unrelated: [com.acme.spam.*]
            """)
            .roles()
            .get(0);
    assertEquals("mail-sender", role.id());
    assertEquals("mail sender", role.title());
    assertEquals(
        new PolicyText("com.acme.Mailer", at(4, 16, "roles[0].canonical")), role.canonical());
    assertEquals(
        List.of(new PolicyText("*Mailer", at(6, 15, "roles[0].rivals.names[0]"))),
        role.recognition().names());
    assertEquals(List.of("send", "sendAll"), role.recognition().members());
    assertEquals(75, role.recognition().threshold());
    assertEquals(
        List.of(new PolicyText("com.acme.spam.*", at(9, 17, "roles[0].unrelated[0]"))),
        role.unrelated());
  }

  @Test
  void aForbiddenPathIsAnError() {
    ForbiddenPath path =
        read("""
            version: 1
            forbid:
              - path: com.acme.old.**
                reason: loses messages
                use: com.acme.Router
                except: [com.acme.migration.*]
            """)
            .forbidden()
            .get(0);
    assertEquals(
        new ForbiddenPath(
            AccessPattern.parse("com.acme.old.**"),
            "loses messages",
            "com.acme.Router",
            Severity.ERROR,
            List.of(
                new AccessException(
                    AccessPattern.parse("com.acme.migration.*"), at(6, 14, "forbid[0].except[0]"))),
            at(3, 11, "forbid[0].path")),
        path);
  }

  @Test
  void whatAnotherPathIsPreferredToIsAWarning() {
    List<ForbiddenPath> paths =
        read("""
            version: 1
            roles:
              - id: clock
                canonical: com.acme.Clock
                prefer:
                  - use: com.acme.Clock
                    over: [java.util.Date, "java.lang.System#nanoTime"]
                    reason: tests can stop it
            """)
            .roles()
            .get(0)
            .forbidden();
    assertEquals(
        List.of("java.util.Date", "java.lang.System#nanoTime"),
        paths.stream().map(path -> path.pattern().text()).toList());
    for (ForbiddenPath path : paths) {
      assertEquals(Severity.WARNING, path.severity());
      assertEquals("com.acme.Clock", path.use());
      assertEquals("tests can stop it", path.reason());
    }
    assertEquals(at(7, 16, "roles[0].prefer[0].over[0]"), paths.get(0).line());
  }

  @Test
  void readsSourcesGateAndSeverities() {
    Policy policy =
        read(
            """
            version: 1
            sources:
              roots: [src/main/java]
              test-roots: ["**/it"]
              generated-roots: [build/generated]
              exclude: ["**/old", x]
            gate: {fail-on: error, minimum-score: 80}
            rules: {one-rule: note, other-rule: error}
            """);
    SourceSelection sources = policy.sources();
    assertEquals(List.of("src/main/java"), values(sources.roots()));
    assertEquals(List.of("**/it"), values(sources.testRoots()));
    assertEquals(List.of("build/generated"), values(sources.generatedRoots()));
    assertEquals(List.of("**/old", "x"), values(sources.excludes()));
    assertEquals(new Policy.Gate(Severity.ERROR, 80), policy.gate());
    assertEquals(
        Map.of("one-rule", Severity.NOTE, "other-rule", Severity.ERROR), policy.severities());
  }

  @Test
  void theBuiltInPolicyBringsItsRole() {
    Role role = read("version: 1\nextends: websocket-router\n").roles().get(0);
    assertEquals("websocket-router", role.id());
    assertEquals("routing WebSocket messages", role.title());
    assertEquals("dev.ssot.router.MessageRouter", role.canonical().value());
    assertEquals("websocket-router", role.canonical().line().file());
    assertTrue(values(role.recognition().names()).contains("*MessageRouter"));
    assertTrue(role.recognition().members().contains("routeMessage"));
  }

  @Test
  void theFileWinsOverWhatItExtendsAndAddsToItsLists() {
    Policy policy =
        read(
            """
            version: 1
            extends: websocket-router
            roles:
              - id: websocket-router
                canonical: com.acme.Router
                rivals:
                  names: ["*Switchboard", "*MessageRouter"]
                  threshold: 90
              - id: clock
                canonical: com.acme.Clock
            """);
    Role role = policy.roles().get(0);
    assertEquals(
        List.of("websocket-router", "clock"), policy.roles().stream().map(Role::id).toList());
    assertEquals("com.acme.Router", role.canonical().value());
    assertEquals("routing WebSocket messages", role.title());
    assertEquals(90, role.recognition().threshold());
    List<String> names = values(role.recognition().names());
    assertEquals("*MessageRouter", names.get(0));
    assertEquals("*Switchboard", names.get(names.size() - 1));
    assertEquals(1, names.stream().filter("*MessageRouter"::equals).count());
    assertTrue(role.recognition().members().contains("routeMessage"));
  }

  @Test
  void readsWhichCallsAreTheCanonicals() {
    ReservedCalls reserved =
        read("""
            version: 1
            roles:
              - id: mail-sender
                canonical: com.acme.Mailer
                bypass:
                  reason: |
                    nothing is queued
                  calls:
                    - types: [javax.mail.Transport]
                      methods: ["send*"]
                      arguments: [javax.mail.Message]
                  except: [com.acme.mail.*]
            """)
            .roles()
            .get(0)
            .paths()
            .reserved();
    String calls = "roles[0].bypass.calls[0]";
    assertEquals(
        new ReservedCalls(
            "nothing is queued",
            List.of(
                new ReservedCalls.Call(
                    List.of(new PolicyText("javax.mail.Transport", at(9, 19, calls + ".types[0]"))),
                    List.of(new PolicyText("send*", at(10, 21, calls + ".methods[0]"))),
                    List.of(
                        new PolicyText(
                            "javax.mail.Message", at(11, 23, calls + ".arguments[0]"))))),
            List.of(
                new AccessException(
                    AccessPattern.parse("com.acme.mail.*"),
                    at(12, 16, "roles[0].bypass.except[0]")))),
        reserved);
  }

  @Test
  void aTransportOfOnesOwnIsExceptedFromTheCallsOfABuiltInPolicy() {
    ReservedCalls reserved =
        read("""
            version: 1
            extends: websocket-router
            roles:
              - id: websocket-router
                canonical: com.acme.Router
                bypass:
                  except: [com.acme.transport.*]
            """)
            .roles()
            .get(0)
            .paths()
            .reserved();
    assertEquals(
        List.of("dev.ssot.router.server.*", "dev.ssot.router.client.*", "com.acme.transport.*"),
        reserved.except().stream().map(exception -> exception.from().text()).toList());
    assertTrue(
        reserved.calls().stream()
            .anyMatch(
                call ->
                    values(call.types()).contains("jakarta.websocket.RemoteEndpoint.Basic")
                        && values(call.methods()).contains("send*")));
    assertTrue(
        reserved.calls().stream()
            .filter(call -> values(call.types()).contains("io.netty.channel.Channel"))
            .allMatch(
                call ->
                    values(call.arguments())
                        .contains("io.netty.handler.codec.http.websocketx.WebSocketFrame")));
  }

  @Test
  void aNumberMayHaveAPointButNoFraction() {
    assertEquals(80, read("version: 1.0\ngate: {minimum-score: 80.00}\n").gate().minimumScore());
  }

  @Test
  void reasonsAreTrimmedOfTheLineBreakThatYamlAdds() {
    ForbiddenPath path =
        read("""
            version: 1
            forbid:
              - path: a.Old
                reason: |
                  gone
                use: a.New
            """)
            .forbidden()
            .get(0);
    assertEquals("gone", path.reason());
  }
}
