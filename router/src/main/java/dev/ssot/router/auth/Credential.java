package dev.ssot.router.auth;

/**
 * Something that a client shows to prove who its user is. Its value appears in no text that is made
 * of it.
 */
public record Credential(Kind kind, String value) {

  /** How a credential came. */
  public enum Kind {
    /** A token in the list of subprotocols, or in an {@code auth} message. */
    TOKEN,
    /** A token in a cookie, which a browser sends whatever page asks it to. */
    COOKIE,
    /** A ticket in the list of subprotocols, good for one handshake. */
    TICKET
  }

  @Override
  public String toString() {
    return "Credential[" + kind + "]";
  }
}
