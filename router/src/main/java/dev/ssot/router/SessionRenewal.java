package dev.ssot.router;

import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.Optional;

/** Examines what a client says in an {@code auth} message. Run as handlers are. */
@FunctionalInterface
public interface SessionRenewal {

  /** When the session of {@code user} ends from now on; empty if the payload proves nothing. */
  Optional<Instant> renew(UserKey user, Payload payload);
}
