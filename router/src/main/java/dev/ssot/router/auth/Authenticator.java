package dev.ssot.router.auth;

import java.time.Instant;

/**
 * Decides who a user is. Called on threads that must not block, by several at once; what it throws
 * counts as a denial.
 */
@FunctionalInterface
public interface Authenticator {

  /** Examines a credential at the time {@code now}. */
  Authentication authenticate(Credential credential, Instant now);

  /** Does what is due at {@code now}, such as reading keys again. May block. */
  default void tick(Instant now) {}
}
