package com.acme.chat.app;

import com.acme.chat.connection.UserKey;
import com.acme.chat.core.MessageRouter; // finds: forbidden-import
import com.acme.chat.routing.Envelope;
import java.util.Map;

/** Commands of an operator. */
@SuppressWarnings("removal")
public final class AdminConsole {

  private final MessageRouter router;

  public AdminConsole(MessageRouter router) {
    this.router = router;
  }

  /** Runs a command such as {@code say acme anna Maintenance at noon} and says what came of it. */
  public String run(String command) {
    String[] words = command.split(" ", 4);
    switch (words[0]) {
      case "who":
        return String.join("\n", router.connectionsOf(new UserKey(words[1], words[2])));
      case "say":
        UserKey user = new UserKey(words[1], words[2]);
        Envelope event = new Envelope("service_status", "", Map.of("message", words[3]));
        return "shown on " + router.broadcastToUser(user, event) + " screens";
      default:
        return "unknown command " + words[0];
    }
  }
}
