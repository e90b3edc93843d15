package dev.ssot.router.legacy;

import dev.ssot.router.Attachment;
import dev.ssot.router.Connection;
import dev.ssot.router.Handshake;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.Outbound;
import dev.ssot.router.Routes;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A router of a program that still calls an older API, and the screens of its users. */
final class Desk {

  static final String TENANT = "acme";

  private Desk() {}

  static MessageRouter router(Routes.Builder routes) {
    RouterLimits limits = RouterLimits.standard();
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-31T10:15:30Z"));
    return MessageRouter.builder(
            limits, clock, new InMemoryEventLog(limits.log(), "desk"), Runnable::run)
        .routes(routes.build())
        .build();
  }

  /** What a user sees, and the socket that the old code holds of him. */
  record Screen(Connection socket, List<ServerFrame> frames) {

    List<String> types() {
      return frames.stream()
          .map(ServerFrame::type)
          .filter(type -> !type.equals("welcome"))
          .toList();
    }

    /** The code of the one error. */
    String error() {
      List<ServerFrame.Failure> failures =
          frames.stream()
              .filter(ServerFrame.Failure.class::isInstance)
              .map(ServerFrame.Failure.class::cast)
              .toList();
      if (failures.size() != 1) {
        throw new AssertionError("Not one error but " + failures);
      }
      return failures.get(0).code().label();
    }
  }

  static Screen open(MessageRouter router, String user, String connectionId) {
    List<ServerFrame> frames = new ArrayList<>();
    Handshake handshake = Handshake.of(new UserKey(TENANT, user), new ConnectionId(connectionId));
    if (router.attach(handshake, new Recorder(frames)) instanceof Attachment.Attached attached) {
      attached.connection().receive(ClientMessage.hello());
      return new Screen(attached.connection(), frames);
    }
    throw new AssertionError("Not attached: " + connectionId);
  }

  /** A frame in the flat envelope. */
  static Payload flat(String type, String id) {
    return Payload.of(Map.of("type", type, "id", id, "text", "hi"));
  }

  /** A frame in the data envelope. */
  static Payload data(String type, String id) {
    return Payload.of(Map.of("type", type, "id", id, "data", Map.of("text", "hi")));
  }

  private record Recorder(List<ServerFrame> frames) implements Outbound {
    @Override
    public boolean write(ServerFrame frame) {
      frames.add(frame);
      return true;
    }

    @Override
    public void flush() {}

    @Override
    public void close(CloseCode code, String reason) {}
  }
}
