package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that answer a question: what is like a type, what is near a role, and why. */
class QueriesTest {

  private static final Path EXAMPLE = Path.of("src/test/projects/fragmented-chat").toAbsolutePath();
  private static final String CANONICAL = "com.acme.chat.routing.MessageRouter";

  private static Program.Run run(String... args) {
    return Program.in(EXAMPLE).run(args);
  }

  private static JsonNode json(Program.Run run) throws IOException {
    assertEquals("", run.err());
    assertEquals(0, run.status());
    return JsonMapper.builder().build().readTree(run.out());
  }

  @Test
  void similarIsAnOrderedArrayOfQualifiedNames() throws IOException {
    JsonNode found = json(run("similar", CANONICAL, "--format", "json", "--limit", "5"));

    assertEquals(5, found.size());
    List<Double> scores = new ArrayList<>();
    for (JsonNode one : found) {
      assertTrue(one.get("name").asText().startsWith("com.acme.chat."));
      assertTrue(one.get("path").asText().endsWith(".java"));
      assertTrue(!one.get("verdict").asText().isEmpty());
      scores.add(one.get("score").asDouble());
    }
    assertEquals(scores.stream().sorted((one, two) -> Double.compare(two, one)).toList(), scores);
  }

  @Test
  void similarTakesTheSimpleNameThatOnlyOneTypeHas() {
    Program.Run run = run("similar", "ConversationDispatcher");

    assertTrue(run.out().contains("the types most like `com.acme.chat.dispatch.Conv"), run.out());
    assertTrue(run.out().contains("renamed-copy"), run.out());
    assertEquals(0, run.status());
  }

  @Test
  void similarRefusesAnAmbiguousAndAnUnknownType() {
    Program.Run ambiguous = run("similar", "MessageRouter");
    assertEquals(2, ambiguous.status());
    assertTrue(ambiguous.err().contains("`MessageRouter` is more than one type"), ambiguous.err());
    assertTrue(ambiguous.err().contains("com.acme.chat.gateway.MessageRouter"), ambiguous.err());

    Program.Run unknown = run("similar", "Zeppelin");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("`Zeppelin` is no type of this codebase"), unknown.err());

    assertEquals(2, run("similar", CANONICAL, "--limit", "0").status());
    assertEquals(2, run("similar", CANONICAL, "--format", "xml").status());
  }

  @Test
  void rolesListsTheCanonicalAndWhatIsNearIt() throws IOException {
    JsonNode role = json(run("roles", "--format", "json")).get("roles").get(0);

    assertEquals("websocket-router", role.get("id").asText());
    assertEquals(CANONICAL, role.get("canonical").asText());
    List<String> members = new ArrayList<>();
    role.get("members")
        .forEach(
            one ->
                members.add(
                    one.get("type").get("name").asText() + " " + one.get("standing").asText()));
    assertTrue(members.contains("com.acme.chat.legacy.MessageRouter rival"), members::toString);
    assertTrue(members.contains("com.acme.chat.core.MessageRouter shim"), members::toString);
    assertTrue(
        members.contains("com.acme.chat.routing.MessageRouterFactory factory"), members::toString);
  }

  @Test
  void rolesPutsLiveRivalsFirst() {
    String text = run("roles").out();

    assertTrue(
        text.indexOf("com.acme.chat.events.EventRouter")
            < text.indexOf("com.acme.chat.dispatch.ConversationDispatcher"),
        text);
    assertTrue(text.contains("used by nothing in this codebase (0 types)"), text);
  }

  @Test
  void explainShowsAFindingWithTheCodeOfBothSides() throws IOException {
    JsonNode findings =
        JsonMapper.builder()
            .build()
            .readTree(run("check", "--format", "json").out())
            .get("findings");
    String fingerprint = "";
    for (JsonNode finding : findings) {
      if (finding.get("message").asText().startsWith("`com.acme.chat.dispatch.Conv")) {
        fingerprint = finding.get("fingerprint").asText();
      }
    }

    Program.Run run = run("explain", fingerprint);

    assertEquals(0, run.status());
    assertTrue(run.out().contains("fingerprint: " + fingerprint), run.out());
    assertTrue(run.out().lines().filter(line -> line.contains(" | ")).count() > 20, run.out());
    assertEquals(2, run("explain", "v1:0000").status());
  }

  @Test
  void explainTellsWhyATypeIsNoFinding() {
    Program.Run run = run("explain", "--why-not", "MessageRouterFactory");

    assertEquals(0, run.status());
    assertTrue(run.out().contains("websocket-router: factory beside"), run.out());
    assertEquals(2, run("explain").status());
  }

  @Test
  void constantsAreRivalsForEveryQuestion(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("ssot.yaml"),
        """
        version: 1
        roles:
          - id: agent-events
            canonical: chat.events.AgentEvent
        """);
    Files.writeString(
        Files.createDirectories(folder.resolve("chat/events")).resolve("AgentEvent.java"),
        """
        package chat.events;
        public enum AgentEvent { AGENT_STARTED, AGENT_THINKING, AGENT_COMPLETED }
        """);
    Files.writeString(
        Files.createDirectories(folder.resolve("chat/socket")).resolve("Messages.java"),
        """
        package chat.socket;
        public final class Messages {
          public static final String STARTED = "agent_started";
          public static final String THINKING = "agent_thinking";
          public static final String COMPLETED = "agent_completed";
        }
        """);
    Program program = Program.in(folder);

    Program.Run check = program.run("check");
    assertEquals(1, check.status());
    assertTrue(check.out().contains("3 rare literals and constants are in both"), check.out());
    assertTrue(program.run("roles").out().contains("chat.socket.Messages"));
    JsonNode similar = json(program.run("similar", "AgentEvent", "--format", "json"));
    assertEquals("re-implementation", similar.get(0).get("verdict").asText());
    Program.Run why = program.run("explain", "--why-not", "Messages");
    assertTrue(why.out().contains("agent-events: rival"), why.out());
  }

  @Test
  void whatCouldNotBeReadIsSaidAndCounts(@TempDir Path folder) {
    Project.plain(folder).file("src/main/java/com/acme/Broken.java", "package com.acme; class {");

    Program.Run run = Program.in(folder).run("similar", "Clock");

    assertEquals(3, run.status());
    assertTrue(run.err().contains("Broken.java"), run.err());
  }
}
