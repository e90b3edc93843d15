package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds of the demonstration's agent.
 *
 * @param pace time between two of its steps
 * @param slowness paces that the slow tool takes
 * @param questionLength characters of a user's message
 * @param hits texts that a search finds at most
 */
public record AgentLimits(Duration pace, int slowness, int questionLength, int hits) {

  public AgentLimits {
    Bounds.require(!pace.isNegative(), "agent.pace is %s; give 0 or more", pace);
    Bounds.positive("agent.slowness", slowness);
    Bounds.positive("agent.questionLength", questionLength);
    Bounds.positive("agent.hits", hits);
  }

  /** A step every 700 ms, six for the slow tool; 500 characters, two hits. */
  public static AgentLimits standard() {
    return new AgentLimits(Duration.ofMillis(700), 6, 500, 2);
  }

  /** These bounds with another time between steps. */
  public AgentLimits withPace(Duration other) {
    return new AgentLimits(other, slowness, questionLength, hits);
  }
}
