package dev.ssot.router.run;

/**
 * What is said of a run when it starts.
 *
 * @param session the conversation that it belongs to, or the empty string
 * @param agentName who answers
 * @param message what the agent is about to do, or the empty string
 */
public record RunPlan(String session, String agentName, String message) {

  /** A run without a message. */
  public static RunPlan of(String session, String agentName) {
    return new RunPlan(session, agentName, "");
  }
}
