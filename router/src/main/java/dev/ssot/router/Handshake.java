package dev.ssot.router;

import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;

/**
 * What a transport knows of a connection once its user is authenticated. The only source of
 * identity.
 *
 * @param expires when the session that was proved ends; {@link Instant#MAX} if never
 */
public record Handshake(UserKey user, ConnectionId connection, Instant expires) {

  /** A handshake whose session does not end by time. */
  public static Handshake of(UserKey user, ConnectionId connection) {
    return new Handshake(user, connection, Instant.MAX);
  }
}
