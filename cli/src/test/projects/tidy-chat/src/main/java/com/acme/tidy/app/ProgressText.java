package com.acme.tidy.app;

import com.acme.tidy.routing.RouterLimits;

/** Says in words how far the run of an agent has come. */
public final class ProgressText {

  private static final int LONGEST = 40;

  private final RouterLimits limits;

  public ProgressText(RouterLimits limits) {
    this.limits = limits;
  }

  /** The words for an event of the run, which only names it. */
  public String of(String event) {
    switch (event) {
      case "agent_started":
        return "The agent has started";
      case "agent_thinking":
        return "The agent thinks";
      case "tool_executing":
        return "A tool is at work";
      case "agent_completed":
        return "The agent has finished";
      default:
        return "";
    }
  }

  public boolean fits(String text) {
    return text.length() <= Math.min(LONGEST, limits.messageSize());
  }
}
