package dev.ssot.router.protocol;

import java.util.Map;

/**
 * A message from a client, as decoded from its frame.
 *
 * @param version the envelope's {@code v}
 * @param type what it is about; decides which handler gets it
 * @param id the client's name for it, unique for the user within the window of remembered answers,
 *     or the empty string for a message that is not acknowledged
 * @param session the conversation that it belongs to, or the empty string
 * @param claimedUser the user that the envelope names as its sender, or the empty string; never
 *     believed, only compared
 */
public record ClientMessage(
    int version, String type, String id, String session, String claimedUser, Payload payload) {

  /** The version of the envelope that this router speaks. */
  public static final int VERSION = 1;

  private static final int PRIME = 31;
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  /** A message of this version without session and claim. */
  public static ClientMessage of(String type, String id, Payload payload) {
    return new ClientMessage(VERSION, type, id, "", "", payload);
  }

  /** The first message on a connection that wants events from now on. */
  public static ClientMessage hello() {
    return of(Types.HELLO, "", Payload.empty());
  }

  /** The first message on a connection that goes on after {@code position}. */
  public static ClientMessage hello(StreamPosition position) {
    return of(Types.HELLO, "", Payload.of(Map.of("resume", position.payload().fields())));
  }

  /** This message in a session. */
  public ClientMessage inSession(String other) {
    return new ClientMessage(version, type, id, other, claimedUser, payload);
  }

  /** This message as it may be kept and shown: without the token of an {@code auth}. */
  public ClientMessage withoutSecrets() {
    return type.equals(Types.AUTH)
        ? new ClientMessage(version, type, id, session, claimedUser, Payload.empty())
        : this;
  }

  /**
   * What tells this message from another one that is sent under its id, small enough to be
   * remembered. Equal contents have equal fingerprints; different ones almost never, and then it is
   * their sender who is told that the second was accepted.
   */
  public long fingerprint() {
    int envelope = (type.hashCode() * PRIME + session.hashCode()) * PRIME + payload.bytes();
    return ((long) envelope << Integer.SIZE) ^ (payload.hashCode() & LOW_HALF);
  }

  /** Whether the sender wants exactly one acknowledgement or error for it. */
  public boolean isAcknowledged() {
    return !id.isEmpty();
  }
}
