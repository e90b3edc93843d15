package dev.ssot.router.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.client.ClientRuntime;
import dev.ssot.router.limits.AgentLimits;
import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.limits.DictationLimits;
import dev.ssot.router.limits.DrainLimits;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.RunLimits;
import dev.ssot.router.wire.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demonstration over real sockets, with the Java client in the place of the page. */
class DemoTest {

  private final ClientRuntime runtime = ClientRuntime.start();
  private final Demo demo = Demo.start(quick(), 0);
  private final DemoBrowser alice = new DemoBrowser(demo, runtime, "alice", "laptop");

  private static DemoLimits quick() {
    RouterLimits usual = DemoLimits.standard().router();
    RunLimits runs =
        new RunLimits(4, 4, Duration.ofMillis(900), Duration.ofSeconds(4), Duration.ofSeconds(60));
    DrainLimits drain = new DrainLimits(Duration.ofSeconds(5), Duration.ofMillis(200));
    return new DemoLimits(
        usual.withRuns(runs).withDrain(drain),
        AgentLimits.standard().withPace(Duration.ofMillis(100)),
        1 << 10,
        128,
        DictationLimits.standard());
  }

  @AfterEach
  void closeAll() {
    alice.close();
    demo.close();
    runtime.close();
  }

  private static List<Long> seqs(DemoBrowser browser) {
    return browser.events().stream().map(ServerMessage::seq).toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static String status(DemoBrowser browser) {
    return browser.last("agent_completed").payload().text("status").orElseThrow();
  }

  @Test
  void answersWithTheFiveEventsInOrder() throws Exception {
    alice.awaitLive(1);
    alice.ask("What is 12 * (3 + 4)?");
    alice.awaitEvents("agent_completed", 1);
    assertEquals(
        List.of(
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_thinking",
            "agent_completed"),
        alice.types());
    assertEquals(
        "12 * (3 + 4) = 84.",
        alice.last("agent_completed").payload().text("response").orElseThrow());
    assertEquals("a-session-of-alice", alice.last("agent_completed").session());
  }

  @Test
  void tellsWhatFailedAndGoesOn() throws Exception {
    alice.awaitLive(1);
    alice.ask("Will it rain?");
    alice.awaitEvents("agent_completed", 1);
    assertEquals("error", alice.last("tool_completed").payload().text("status").orElseThrow());
    assertEquals("ok", status(alice));
  }

  @Test
  void keepsUsersApart() throws Exception {
    try (DemoBrowser bob = new DemoBrowser(demo, runtime, "bob", "laptop");
        DemoBrowser phone = new DemoBrowser(demo, runtime, "alice", "phone")) {
      bob.awaitLive(1);
      phone.awaitLive(1);
      alice.awaitLive(1);
      alice.ask("What is 1 + 1?");
      bob.ask("What is 2 + 2?");
      alice.awaitEvents("agent_completed", 1);
      bob.awaitEvents("agent_completed", 1);
      phone.awaitEvents("agent_completed", 1);
      assertTrue(bob.events().stream().allMatch(one -> one.session().equals("a-session-of-bob")));
      assertEquals(alice.events(), phone.events());
      assertEquals(upTo(6), seqs(bob));
    }
  }

  @Test
  void resumesAfterACutInTheMiddleOfARun() throws Exception {
    alice.awaitLive(1);
    alice.ask("What is 1 + 1, and how does a client resume?");
    alice.awaitEvents("tool_executing", 1);
    assertEquals(200, alice.press("cut").statusCode());
    alice.awaitLive(2);
    alice.awaitEvents("agent_completed", 1);
    assertEquals(upTo(9), seqs(alice));
  }

  @Test
  void cutsOffAReaderThatStallsAndGivesHimTheRest() throws Exception {
    try (DemoBrowser phone = new DemoBrowser(demo, runtime, "alice", "phone")) {
      phone.awaitLive(1);
      alice.awaitLive(1);
      assertEquals(200, alice.press("stall").statusCode());
      alice.awaitLive(2);
      alice.awaitEvents("agent_completed", 1);
      phone.awaitEvents("agent_completed", 1);
      String response = alice.last("agent_completed").payload().text("response").orElseThrow();
      assertTrue(response.contains("was cut off"), response);
      assertEquals(upTo(phone.events().size()), seqs(phone));
      assertEquals(phone.last("agent_completed").seq(), alice.last("agent_completed").seq());
    }
  }

  @Test
  void endsTheRunOfACrashedAgent() throws Exception {
    alice.awaitLive(1);
    alice.ask("Wait");
    alice.awaitEvents("agent_started", 1);
    assertEquals(200, alice.press("crash").statusCode());
    alice.awaitEvents("agent_completed", 1);
    assertEquals("timed_out", status(alice));
    assertEquals(409, alice.press("crash").statusCode());
  }

  @Test
  void restartsWithoutLosingWhatRuns() throws Exception {
    alice.awaitLive(1);
    alice.ask("What is 1 + 1, and how does a client resume?");
    alice.awaitEvents("tool_executing", 1);
    assertEquals(200, alice.press("drain").statusCode());
    alice.awaitLive(2);
    alice.awaitEvents("agent_completed", 1);
    assertEquals("ok", status(alice));
    alice.ask("What is 2 + 2?");
    alice.awaitEvents("agent_completed", 2);
    assertEquals(upTo(15), seqs(alice));
  }

  /** A run whose agent is gone keeps the draining going until it counts as stalled. */
  @Test
  void refusesAnotherRestartWhileOneIsUnderWay() throws Exception {
    alice.awaitLive(1);
    alice.ask("Wait");
    alice.awaitEvents("agent_started", 1);
    assertEquals(200, alice.press("crash").statusCode());
    assertEquals(200, alice.press("drain").statusCode());
    assertEquals(409, alice.press("drain").statusCode());
    alice.awaitLive(2);
    alice.awaitEvents("agent_completed", 1);
    assertEquals("timed_out", status(alice));
  }
}
