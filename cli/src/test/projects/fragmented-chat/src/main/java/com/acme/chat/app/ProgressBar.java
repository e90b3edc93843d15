package com.acme.chat.app;

import com.acme.chat.connection.Connection;
import com.acme.chat.routing.Envelope;
import java.util.Map;

/** Shows how far the run of an agent has come, and stops it when the user has had enough. */
public final class ProgressBar {

  private final Connection server;
  private int percent;

  public ProgressBar(Connection server) {
    this.server = server;
  }

  /** Moves the bar as an event of the run asks for. */
  public void move(Envelope event) {
    if (event.type().equals("agent_started")) { // finds: scattered-dispatch
      percent = 0;
    } else if (event.type().equals("tool_executing") || event.type().equals("tool_completed")) {
      percent = Math.min(90, percent + 10);
    } else if (event.type().equals("agent_completed")) {
      percent = 100;
    }
  }

  public int percent() {
    return percent;
  }

  /** Asks the server to stop the run; false if the request was not sent. */
  public boolean stop(String runId) {
    return server.send(
        new Envelope("cancel_run", runId, Map.of()).toFrame()); // finds: duplicated-literal
  }
}
