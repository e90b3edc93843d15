package com.acme.chat.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.testing.RecordingMessageRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageRouterTest {

  private final List<String> frames = new ArrayList<>();
  private final RecordingMessageRouter router = new RecordingMessageRouter();

  @Test
  void answersAnUnknownTypeWithAnError() {
    router.registerConnection(new UserKey("acme", "anna"), new FrameList("c-1", frames));

    RouteResult result = router.routeMessage("c-1", new Envelope("dance", "m-1", Map.of()));

    assertEquals(RouteResult.UNKNOWN_TYPE, result);
    assertEquals(
        List.of(
            "{\"v\":1,\"type\":\"error\",\"id\":\"m-1\","
                + "\"payload\":{\"code\":\"unknown_message_type\"}}"),
        frames);
  }

  @Test
  void sendsAnEventToItsUserOnly() {
    router.registerConnection(new UserKey("acme", "anna"), new FrameList("c-1", frames));
    router.registerConnection(new UserKey("acme", "bob"), new FrameList("c-2", new ArrayList<>()));

    int delivered =
        router.broadcastToUser(
            new UserKey("acme", "anna"), new Envelope("agent_started", "", Map.of()));

    assertEquals(1, delivered);
    assertEquals(1, frames.size());
  }

  private record FrameList(String id, List<String> frames) implements Connection {

    @Override
    public boolean send(String frame) {
      return frames.add(frame);
    }

    @Override
    public void close(int code, String reason) {
      frames.add(code + " " + reason);
    }
  }
}
