package com.acme.chat.app;

import com.acme.chat.routing.RouterLimits;
import java.net.http.WebSocket;
import java.util.List;

/** Feeds frames that a crash has left in the outbox into the chat again. */
public final class OutboxReplayer {

  private final WebSocket socket;

  public OutboxReplayer(WebSocket socket) {
    this.socket = socket;
  }

  /** Replays the frames of a user; returns how many were taken. */
  public int replay(String userId, List<String> frames) {
    var router = new com.acme.chat.legacy.MessageRouter(); // finds: forbidden-import
    int taken = 0;
    for (String frame : frames) {
      if (frame.length() > RouterLimits.UNLIMITED.messageSize()) { // finds: forbidden-import
        continue;
      }
      if (router.routeMessage(userId, socket, frame)) {
        taken++;
      }
    }
    return taken;
  }
}
