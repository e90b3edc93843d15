package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Runs the lines that the README shows, and holds the README to them. */
class EmbeddingTest {

  @Test
  void answersOnTheUsersScreen() {
    Wire outbound = new Wire();
    Connection connection = embed(Runnable::run, outbound);
    connection.receive(ClientMessage.hello());
    connection.receive(
        ClientMessage.of("user_message", "c-1", Payload.of(Map.of("text", "Weather?"))));
    assertEquals(
        List.of(
            "welcome",
            "agent_started",
            "tool_executing",
            "tool_completed",
            "agent_completed",
            "ack"),
        outbound.types());
  }

  @Test
  void isWhatTheReadmeShows() throws IOException {
    List<String> shown = firstJavaBlock(lines(Path.of("README.md")));
    List<String> own = lines(Path.of("src/test/java/dev/ssot/router/EmbeddingTest.java"));
    assertTrue(shown.size() > 5, "The README shows no Java");
    assertTrue(
        Collections.indexOfSubList(own, shown) >= 0, () -> "Not lines of this test: " + shown);
  }

  private static Connection embed(Executor executor, Outbound outbound) {
    RouterLimits limits = RouterLimits.standard();
    Handler answer =
        (context, message) -> {
          Run run = context.startRun("guide");
          run.openTool("search", message.payload()).completed(Payload.of(Map.of("hits", 3)));
          run.complete("It is sunny.");
          return Reply.accepted();
        };
    InMemoryEventLog log = new InMemoryEventLog(limits.log(), "node-1-started-at-10:15:30");
    MessageRouter router =
        MessageRouter.builder(limits, InstantSource.system(), log, executor)
            .routes(Routes.builder().handle("user_message", answer).build())
            .build();
    UserKey alice = new UserKey("acme", "alice");
    Attachment attachment = router.attach(Handshake.of(alice, new ConnectionId("k-1")), outbound);
    if (attachment instanceof Attachment.Attached attached) {
      return attached.connection();
    }
    throw new AssertionError(attachment);
  }

  private static List<String> firstJavaBlock(List<String> readme) {
    int begin = readme.indexOf("```java") + 1;
    int length = readme.subList(begin, readme.size()).indexOf("```");
    return readme.subList(begin, begin + length);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(String::strip).toList();
  }
}
