package com.acme.chat.app;

import com.acme.chat.connection.UserKey;
import com.acme.chat.gateway.MessageRouter; // finds: forbidden-import
import com.acme.chat.routing.Envelope;
import java.util.List;
import java.util.Map;

/** Tells users what happened while they looked elsewhere. */
public final class NotificationService {

  private final MessageRouter router;

  public NotificationService(MessageRouter router) {
    this.router = router;
  }

  /** Notifies users; returns those who were not reached. */
  public List<UserKey> notifyAll(List<UserKey> users, String text) {
    Envelope event = new Envelope("notification", "", Map.of("text", text));
    return users.stream().filter(user -> router.broadcastToUser(user, event) == 0).toList();
  }
}
