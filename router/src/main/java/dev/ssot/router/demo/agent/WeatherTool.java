package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.Payload;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fails whenever it is called: the weather is on the network, where the agent must not go. */
final class WeatherTool implements Tool {

  private static final Set<String> CUES = Set.of("weather", "forecast", "rain", "fail");

  @Override
  public String name() {
    return "weather";
  }

  @Override
  public Optional<Payload> wanted(String question) {
    return Words.hasAny(question, CUES)
        ? Optional.of(Payload.of(Map.of("place", "here")))
        : Optional.empty();
  }

  @Override
  public Payload call(Payload parameters) throws ToolFailed {
    throw new ToolFailed("The weather is on the network, and this agent has none");
  }

  @Override
  public String told(Payload result) {
    throw new IllegalStateException("The weather is never known");
  }
}
