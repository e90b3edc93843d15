package dev.ssot.router.client;

/** What became of a message. */
public sealed interface Answer {

  /** The handler has accepted it. */
  record Accepted() implements Answer {}

  /** It was not accepted, and sending it again would not help. */
  record Refused(String code, String text) implements Answer {}

  /** Nobody can say; it may have been handled. */
  record Unknown(String reason) implements Answer {}
}
