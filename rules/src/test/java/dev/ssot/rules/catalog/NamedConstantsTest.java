package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SharedWord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rivals of a canonical that does nothing but name things. */
class NamedConstantsTest {

  private static final String EVENTS =
      """
      package chat.events;

      public enum AgentEvent {
        AGENT_STARTED("agent_started"),
        AGENT_THINKING("agent_thinking"),
        TOOL_EXECUTING("tool_executing"),
        TOOL_COMPLETED("tool_completed"),
        AGENT_COMPLETED("agent_completed");

        private final String wireName;

        AgentEvent(String wireName) {
          this.wireName = wireName;
        }

        public String wireName() {
          return wireName;
        }

        public static AgentEvent of(String name) {
          for (AgentEvent event : values()) {
            if (event.wireName.equals(name)) {
              return event;
            }
          }
          throw new IllegalArgumentException("no such event: " + name);
        }
      }
      """;

  private static final String TEXTS =
      """
      package chat.socket;

      public final class SocketMessages { // finds: duplicate-implementation
        public static final String STARTED = "agent_started";
        public static final String THINKING = "agent_thinking";
        public static final String TOOL = "tool_executing";
        public static final String DONE = "agent_completed";

        private SocketMessages() {}
      }
      """;

  private final Path folder;

  NamedConstantsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Neighbourhood.around(Project.in(folder))
        .java(EVENTS)
        .policy(TestPolicy.empty().role("agent-events", "chat.events.AgentEvent"))
        .rules("duplicate-implementation");
  }

  private static Comparison comparison(ScanResult result) {
    return ((Evidence.Rival) result.findings().get(0).evidence()).comparison();
  }

  @Test
  void findsTheSameTextsInAClassOfConstants() {
    ScanResult result = project().java(TEXTS).assertMarkedFindings();

    Comparison found = comparison(result);
    assertEquals(
        List.of("AGENT_COMPLETED", "AGENT_STARTED", "AGENT_THINKING", "TOOL_EXECUTING"),
        found.shared().constants().stream().map(SharedWord::word).toList());
    assertTrue(
        found.shared().channels().stream()
            .anyMatch(one -> one.sentence().equals("4 rare literals and constants are in both")),
        found.shared().channels()::toString);
  }

  @Test
  void findsTheSameNamesInAnotherStyle() {
    project()
        .java(
            """
            package chat.ui;

            interface EventNames { // finds: duplicate-implementation
              String agentStarted = "agent.started";
              String agentThinking = "agent.thinking";
              String toolExecuting = "tool.executing";
              String toolCompleted = "tool.completed";
              String agentCompleted = "agent.completed";
            }
            """)
        .java(
            """
            package chat.audit;

            class Audit {
              enum Kind { // finds: duplicate-implementation
                AGENT_STARTED,
                AGENT_COMPLETED,
                TOOL_COMPLETED,
                LOGIN
              }
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatTakesItsConstantsFromTheCanonical() {
    project()
        .java(
            """
            package chat.old;

            import chat.events.AgentEvent;

            public final class Events {
              public static final String AGENT_STARTED = AgentEvent.AGENT_STARTED.wireName();
              public static final String AGENT_THINKING = AgentEvent.AGENT_THINKING.wireName();
              public static final String AGENT_COMPLETED = AgentEvent.AGENT_COMPLETED.wireName();
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesOneOfManyAndAFewOfOthersAlone() {
    project()
        .java(
            """
            package chat.two;

            enum Some {
              AGENT_STARTED, AGENT_COMPLETED
            }
            """)
        .java(
            """
            package chat.more;

            enum Other {
              AGENT_STARTED, AGENT_COMPLETED, AGENT_THINKING, LOGIN, LOGOUT, UPLOAD
            }
            """
                .replace("LOGIN", "LOGIN, JOINED, LEFT, BANNED, MUTED, NAMED, PAID, ASKED, TOLD"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatHasOtherValuesUnderTheSameNames() {
    project()
        .java(
            """
            package chat.metrics;

            final class Metrics {
              static final String AGENT_STARTED = "metrics.runs.begun";
              static final String AGENT_THINKING = "metrics.runs.busy";
              static final String AGENT_COMPLETED = "metrics.runs.over";
              static final String TOOL_COMPLETED = "metrics.tools.over";
            }
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesEnumerationsAloneWhoseCodeIsTheSame() {
    project()
        .java(
            EVENTS
                .replace("chat.events", "chat.users")
                .replace("AgentEvent", "UserEvent")
                .replaceAll("(?i)agent_", "user_")
                .replaceAll("(?i)tool_", "file_"))
        .assertMarkedFindings();
  }

  @Test
  void leavesAloneWhatIsUnrelatedOrATest() {
    Neighbourhood.around(Project.in(folder))
        .java(EVENTS)
        .java(TEXTS.replace(" // finds: duplicate-implementation", ""))
        .test(TEXTS.replace(" // finds: duplicate-implementation", "").replace("chat.socket", "t"))
        .policy(
            TestPolicy.empty()
                .role("agent-events", "chat.events.AgentEvent")
                .unrelated("chat.socket.SocketMessages"))
        .rules("duplicate-implementation")
        .assertMarkedFindings();
  }

  @Test
  void findsACopyUnderTheSameNameHoweverCommonItsConstantsAre() {
    Project project =
        Neighbourhood.around(Project.in(folder))
            .java("package net.keys; public enum KeyFormat { PEM, JKS }")
            .java("package net.tls; enum KeyFormat { JKS, PEM } // finds: duplicate-implementation")
            .policy(TestPolicy.empty().role("key-formats", "net.keys.KeyFormat"))
            .rules("duplicate-implementation");
    for (char letter = 'A'; letter <= 'F'; letter++) {
      project.java("package net; enum Kind%s { JKS, PEM, DER }".formatted(letter));
    }

    project.assertMarkedFindings();
  }

  @Test
  void findsEachOfManyRivals() {
    Project project = project();
    for (String name : List.of("One", "Two", "Three", "Four", "Five")) {
      project.java(
          TEXTS
              .replace("chat.socket", "chat.of" + name.toLowerCase(Locale.ROOT))
              .replace("SocketMessages", name + "Messages"));
    }
    project.assertMarkedFindings();
  }
}
