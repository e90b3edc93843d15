package dev.ssot.router.demo.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.protocol.Payload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolboxTest {

  private final Toolbox tools = Toolbox.of(DemoLimits.standard().withPace(Duration.ofMillis(1)));

  @ParameterizedTest
  @CsvSource({
    "'What is 12 * (3 + 4), and how does a client resume?', calculate search",
    "'Take it slowly: search for backpressure', wait search",
    "'Will it rain?', weather",
    "'What is 6 times 7?', calculate",
    "'Wait, is it 1+1, will it rain, and why?', wait calculate weather search",
    "'close code 4408', search",
    "'on 2026-01-31', calculate",
    "'???', search"
  })
  void choosesToolsByTheWordsOfTheQuestion(String question, String wanted) {
    List<String> chosen = tools.plan(question).stream().map(ToolCall::tool).toList();
    assertEquals(wanted, String.join(" ", chosen));
  }

  @Test
  void leavesWhatIsCalculatedOutOfWhatIsSearched() {
    ToolCall search = tools.plan("What is 12 * (3 + 4), and how does a client resume?").get(1);
    assertEquals("client resume", search.parameters().text("query").orElseThrow());
  }

  @Test
  void searches() throws Exception {
    ToolCall call = tools.plan("how does a client resume").get(0);
    String told = tools.told(call, tools.dispatch(call));
    assertTrue(told.startsWith("Resume: A client remembers"), told);
  }

  @Test
  void saysWhenItFoundNothing() throws Exception {
    ToolCall call = tools.plan("find zebras").get(0);
    assertEquals(
        "None of the texts here says anything about that.", tools.told(call, tools.dispatch(call)));
  }

  @Test
  void calculates() throws Exception {
    ToolCall call = tools.plan("What is 12 × (3 + 4)?").get(0);
    assertEquals("12 * (3 + 4) = 84.", tools.told(call, tools.dispatch(call)));
  }

  @Test
  void tellsAVastNumberShortly() throws Exception {
    ToolCall call = tools.plan("9 ^ 9 ^ 9").get(0);
    assertTrue(tools.told(call, tools.dispatch(call)).length() < 60);
  }

  @Test
  void takesItsTime() throws Exception {
    long started = System.nanoTime();
    Payload result = tools.dispatch(tools.plan("wait").get(0));
    long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
    assertTrue(result.number("waited_ms").orElseThrow() >= 6, result::toString);
    assertTrue(took >= 6, "Only " + took);
  }

  @Test
  void failsWhereItHasNoNetwork() {
    ToolCall call = tools.plan("Will it rain?").get(0);
    assertEquals(
        "The weather is on the network, and this agent has none",
        assertThrows(ToolFailed.class, () -> tools.dispatch(call)).why());
  }

  @Test
  void hasNoOtherTools() {
    ToolCall call = new ToolCall("shell", Payload.of(Map.of("command", "ls")));
    assertEquals(
        "There is no tool `shell`",
        assertThrows(ToolFailed.class, () -> tools.dispatch(call)).why());
  }
}
