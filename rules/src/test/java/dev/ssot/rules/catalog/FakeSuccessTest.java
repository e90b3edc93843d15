package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Pretence;
import dev.ssot.rules.model.RuleCoverage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeSuccessTest {

  private static final String SENDER = "shop.mail.Sender";

  /** A contract of the role; a canonical may be an interface. */
  private static final String INTERFACE =
      """
      package shop.mail;

      public interface Sender {
        boolean send(String to, String text);
      }
      """;

  private final Path folder;

  FakeSuccessTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder).rules("fake-success").policy(TestPolicy.empty().role("mail", SENDER));
  }

  /** A sender whose {@code send} has this body, of one statement a line. */
  private static String sender(String name, String returns, String... body) {
    return """
        package shop.mail;

        public class %s implements Sender {
          private static final System.Logger LOG = System.getLogger("mail");
          private final java.util.List<String> sent = new java.util.ArrayList<>();
          private int count;

          public %s send(String to, String text) {
        %s
          }
        }
        """
        .formatted(name, returns, String.join("\n", body));
  }

  private void found(String returns, String... body) {
    project().java(INTERFACE).java(sender("SmtpSender", returns, body)).assertMarkedFindings();
  }

  private void leftAlone(String returns, String... body) {
    found(returns, body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "Boolean.TRUE",
        "Status.DELIVERED",
        "SENT",
        "\"success\"",
        "java.util.concurrent.CompletableFuture.completedFuture(true)",
        "CompletableFuture.completedFuture(null)",
        "Result.success()",
        "ResponseEntity.ok().build()",
        "new SendResult(true, \"id\")",
        "Map.of(\"status\", \"ok\")",
      })
  void findsABodyThatOnlyClaims(String claim) {
    found("Object", "return %s; // finds: fake-success".formatted(claim));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "null",
        "Status.REFUSED",
        "Status.NOT_DELIVERED",
        "\"text\"",
        "CompletableFuture.completedFuture(false)",
        "Result.failure()",
        "new SendResult(false, \"id\")",
        "new Envelope(true)",
        "deliver(to, text)",
        "sent.isEmpty()",
      })
  void leavesABodyAloneThatClaimsNothing(String answer) {
    leftAlone("Object", "return %s;".formatted(answer));
  }

  @Test
  void loggingSleepingCountingAndCheckingAreNoWork() {
    found(
        "boolean",
        "java.util.Objects.requireNonNull(to);",
        "if (text == null || text.isEmpty()) { return false; }",
        "LOG.log(System.Logger.Level.INFO, \"sent to \" + to);",
        "count++;",
        "String id = java.util.UUID.randomUUID().toString();",
        "try { Thread.sleep(50); } catch (InterruptedException e) {",
        "  Thread.currentThread().interrupt(); }",
        "boolean sent = true;",
        "return sent; // finds: fake-success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sent.add(to);",
        "transport.send(to, text);",
        "LOG.log(System.Logger.Level.INFO, transport.send(to));",
        "if (count > 3) { return false; }",
        "for (String one : sent) { transport.send(one); }",
        "String id = transport.send();",
        "if (to == null) { throw new IllegalStateException(); } else { transport.send(to); }",
      })
  void anythingElseIsWork(String work) {
    leftAlone("boolean", work, "return true;");
  }

  @Test
  void anUnreadParameterOrACommentIsNeeded() {
    leftAlone("Object", "return new SendResult(true, to + text);");
    found(
        "Object", "// simulated", "return new SendResult(true, to + text); // finds: fake-success");
  }

  @Test
  void findsAMethodThatReturnsNothingWhereACommentSaysSo() {
    found("void", "// Not yet implemented. finds: fake-success");
    leftAlone("void", "// There is nothing to do for this kind of mail.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Exception", "java.io.IOException", "RuntimeException | Error"})
  void findsACatchBlockThatReturnsSuccess(String caught) {
    found(
        "boolean",
        "try { transport.send(to, text); return true;",
        "} catch (%s e) { // finds: fake-success".formatted(caught),
        "  LOG.log(System.Logger.Level.WARNING, \"lost\", e);",
        "  return true; }");
  }

  @Test
  void findsACatchBlockAfterWhichSuccessIsReturned() {
    found(
        "boolean",
        "try { transport.send(to, text);",
        "} catch (Exception e) { // finds: fake-success",
        "}",
        "return true;");
  }

  @Test
  void leavesACatchBlockAloneThatDoesSomethingAboutIt() {
    leftAlone(
        "boolean",
        "try { transport.send(to, text); } catch (Exception e) { sent.add(to); }",
        "return true;");
    leftAlone(
        "boolean",
        "try { transport.send(to, text); return true; } catch (Exception e) { return false; }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FileAlreadyExistsException", "NotFoundException", "InterruptedException"})
  void leavesACatchBlockAloneForWhatIsNoFailure(String caught) {
    leftAlone(
        "boolean",
        "try { transport.send(to, text); } catch (%s e) { }".formatted(caught),
        "return true;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoOpSender",
        "NoopSender",
        "NullSender",
        "DisabledSender",
        "MockSender",
        "MailFilter"
      })
  void leavesTypesAloneThatSayTheyDoNothing(String name) {
    project().java(INTERFACE).java(sender(name, "boolean", "return true;")).assertMarkedFindings();
  }

  @Test
  void leavesDefaultsAndPredicatesAlone() {
    project()
        .java(
            INTERFACE.replace(";\n}", ";\n default boolean store(String text) { return true; }\n}"))
        .java(
            sender("Base", "boolean", "return true;")
                .replace("public class", "public abstract class"))
        .java(
            sender("SmtpSender", "boolean", "return transport.send(to, text);")
                .replace(
                    "private int",
                    "public boolean canSend(String to) { return true; } private int"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAMethodAloneThatAnHeirReplaces() {
    String open = sender("OpenSender", "boolean", "return true;");
    project()
        .java(INTERFACE)
        .java(open)
        .java(
            """
            package shop.mail;

            public class QueueSender extends OpenSender {
              @Override
              public boolean send(String to, String text) {
                return queue.offer(to + text);
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesTestCodeAndUnrelatedTypesAlone() {
    project()
        .policy(TestPolicy.empty().role("mail", SENDER).unrelated("shop.mail.DemoSender"))
        .java(INTERFACE)
        .java(sender("DemoSender", "boolean", "return true;"))
        .test(sender("EagerSender", "boolean", "return true;"))
        .assertMarkedFindings();
  }

  @Test
  void looksAtTheCanonicalAndAtWhatImplementsItsContract() {
    String canonical = sender("SmtpSender", "boolean", "return true; // finds: fake-success");
    String other = sender("FaxSender", "boolean", "return true; // finds: fake-success");
    List<Part> parts =
        project()
            .policy(TestPolicy.empty().role("mail", "shop.mail.SmtpSender"))
            .java(INTERFACE)
            .java(canonical)
            .java(other)
            .assertMarkedFindings()
            .findings()
            .stream()
            .map(finding -> ((Evidence.FakeSuccess) finding.evidence()).part())
            .toList();

    assertEquals(List.of(Part.IMPLEMENTATION, Part.CANONICAL), parts);
  }

  @Test
  void saysWhatTheMethodDoesAndWhatItDoesNotRead() {
    Finding finding =
        project()
            .java(INTERFACE)
            .java(
                sender(
                    "SmtpSender",
                    "boolean",
                    "// pretend that it works",
                    "LOG.log(System.Logger.Level.INFO, to);",
                    "return true;"))
            .scan()
            .findings()
            .get(0);
    Evidence.FakeSuccess evidence = (Evidence.FakeSuccess) finding.evidence();

    assertEquals(
        "`SmtpSender.send` of the role `mail` reports success without doing the work: it logs and"
            + " returns true",
        finding.statement().message());
    assertEquals(
        List.of("its comment says \"pretend\"", "logs", "returns true"),
        evidence.observations().stream().map(Observation::words).toList());
    assertEquals(List.of("to", "text"), evidence.unread());
    assertEquals("send(String, String): boolean", evidence.member().signature());
    assertEquals(Pretence.NO_WORK, evidence.pretence());
  }

  @Test
  void identityDoesNotDependOnPlaceOrComments() {
    Finding before = one(sender("SmtpSender", "boolean", "return true;"));
    Finding after =
        one("\n\n" + sender("SmtpSender", "boolean", "// for now", "count++;", "return true;"));

    assertFalse(before.location().equals(after.location()), "it has not moved");
    assertEquals(before.fingerprint(), after.fingerprint());
  }

  private Finding one(String text) {
    return project().java(INTERFACE).java(text).scan().findings().get(0);
  }

  @Test
  void countsTheMethodsThatItLookedAt() {
    RuleCoverage coverage =
        project()
            .java(INTERFACE)
            .java(sender("SmtpSender", "boolean", "return transport.send(to, text);"))
            .scan()
            .coverage()
            .rules()
            .get(0);

    assertEquals(1, coverage.subjects());
  }

  @Test
  void doesNotRunWithoutARole() {
    RuleCoverage coverage =
        project().policy(TestPolicy.empty()).java(INTERFACE).scan().coverage().rules().get(0);

    assertEquals("the policy declares no role", coverage.notRun());
  }
}
