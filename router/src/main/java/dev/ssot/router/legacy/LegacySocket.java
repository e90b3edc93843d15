package dev.ssot.router.legacy;

import dev.ssot.router.protocol.Payload;

/** What an old handler took for the sender's socket: in truth the user's stream. */
@FunctionalInterface
public interface LegacySocket {

  /**
   * Sends an event to all connections of the user.
   *
   * @return whether the user has it or gets it when he resumes
   */
  boolean send(String type, Payload payload);
}
