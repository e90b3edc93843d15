package com.acme.tidy.app;

import com.acme.tidy.agent.SkillRouter;
import com.acme.tidy.connection.Connection;
import com.acme.tidy.routing.MessageRouter;
import com.acme.tidy.routing.RouterLimits;

/** Wires the chat together. */
public final class ChatServer {

  private final MessageRouter router = new MessageRouter(RouterLimits.STANDARD);

  public ChatServer(SkillRouter agents) {
    router.addHandler("user_message", (userId, text) -> "agent_completed " + agents.answer(text));
    router.addHandler("typing", (userId, text) -> "ack");
  }

  public boolean accept(Connection connection) {
    return router.registerConnection(connection);
  }

  /** Handles a frame such as {@code user_message What does it cost?}. */
  public boolean receive(String connectionId, String frame) {
    int space = frame.indexOf(' ');
    return space > 0
        && router.routeMessage(connectionId, frame.substring(0, space), frame.substring(space + 1));
  }

  /** Tells a user that the server goes away. */
  public int announceRestart(String userId) {
    return router.broadcastToUser(userId, "going_away");
  }
}
