package com.acme.tidy.load;

import com.acme.tidy.connection.Connection;
import com.acme.tidy.routing.MessageRouter;
import com.acme.tidy.routing.RouterLimits;
import java.util.List;

/** Measures how many messages a second a router without limits takes. */
public final class LoadGenerator {

  private final MessageRouter router = new MessageRouter(RouterLimits.UNLIMITED);

  public double messagesPerSecond(List<Connection> connections, int rounds) {
    router.addHandler("user_message", (userId, text) -> text);
    connections.forEach(router::registerConnection);
    long start = System.nanoTime();
    long sent = 0;
    for (int round = 0; round < rounds; round++) {
      for (Connection connection : connections) {
        if (router.routeMessage(connection.id(), "user_message", "round " + round)) {
          sent++;
        }
      }
    }
    return sent * 1e9 / (System.nanoTime() - start);
  }
}
