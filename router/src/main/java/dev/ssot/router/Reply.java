package dev.ssot.router;

/** What a handler says to the sender of a message. */
public sealed interface Reply {

  /** The message is accepted; the sender gets its acknowledgement. */
  static Reply accepted() {
    return new Accepted();
  }

  /** The message is understood and not accepted; the sender gets an error with the reason. */
  static Reply rejected(String reason) {
    return new Rejected(reason);
  }

  /** See {@link Reply#accepted()}. */
  record Accepted() implements Reply {}

  /** See {@link Reply#rejected(String)}. */
  record Rejected(String reason) implements Reply {}
}
