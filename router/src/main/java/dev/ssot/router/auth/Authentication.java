package dev.ssot.router.auth;

import dev.ssot.router.protocol.UserKey;
import java.time.Instant;

/** What became of an attempt to prove who a user is. */
public sealed interface Authentication {

  /**
   * The user is who the credential says.
   *
   * @param expires when the proof ends
   */
  record Proved(UserKey user, Instant expires) implements Authentication {}

  /**
   * Nothing is proved.
   *
   * @param reason for the operator's eyes; the client is only told that it is not let in
   */
  record Denied(String reason) implements Authentication {}
}
