package dev.ssot.router;

import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out who is proved by the payload of an {@code auth} message. It is called like a handler,
 * with a handler's limits; what it was given is not kept.
 */
@FunctionalInterface
public interface SessionRefresh {

  /** Verifies a payload; empty if it proves nobody. */
  Optional<Proof> verify(Payload payload) throws Exception;

  /**
   * What was verified.
   *
   * @param expires when the session ends
   */
  record Proof(UserKey user, Instant expires) {}
}
