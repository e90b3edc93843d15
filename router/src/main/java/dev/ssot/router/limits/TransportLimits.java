package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on the sockets that carry a router's frames.
 *
 * @param tick time between two calls of the router's {@code tick}
 */
public record TransportLimits(
    JsonLimits json,
    HandshakeLimits handshake,
    SocketLimits sockets,
    AuthLimits auth,
    Duration tick) {

  public TransportLimits {
    Bounds.positive("transport.tick", tick);
  }

  /** The bounds that {@link RouterLimits#standard()} has. */
  public static TransportLimits standard() {
    return new TransportLimits(
        JsonLimits.standard(),
        HandshakeLimits.standard(),
        SocketLimits.standard(),
        AuthLimits.standard(),
        Duration.ofMillis(200));
  }

  /** These limits with other bounds on JSON. */
  public TransportLimits withJson(JsonLimits other) {
    return new TransportLimits(other, handshake, sockets, auth, tick);
  }

  /** These limits with other bounds on handshakes. */
  public TransportLimits withHandshake(HandshakeLimits other) {
    return new TransportLimits(json, other, sockets, auth, tick);
  }

  /** These limits with other bounds on open sockets. */
  public TransportLimits withSockets(SocketLimits other) {
    return new TransportLimits(json, handshake, other, auth, tick);
  }

  /** These limits with another time between ticks. */
  public TransportLimits withTick(Duration other) {
    return new TransportLimits(json, handshake, sockets, auth, other);
  }

  /** These limits with other bounds on tokens and tickets. */
  public TransportLimits withAuth(AuthLimits other) {
    return new TransportLimits(json, handshake, sockets, other, tick);
  }
}
