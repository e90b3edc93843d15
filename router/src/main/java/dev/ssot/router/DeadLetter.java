package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;

/**
 * A message that a handler failed on.
 *
 * @param error what went wrong, in the words of what was thrown; not for the sender's eyes
 */
public record DeadLetter(UserKey user, ClientMessage message, Instant at, String error) {}
