package dev.ssot.router.protocol;

import java.util.Locale;

/** Why a client message was not accepted. */
public enum ErrorCode {
  /** No handler is registered for the type. */
  UNKNOWN_TYPE(false),
  /** The envelope's version is not one that this router speaks. */
  UNSUPPORTED_VERSION(false),
  /** The message breaks the protocol, such as a first message that is no {@code hello}. */
  PROTOCOL(false),
  /** The message or one of its names is larger than the limits allow. */
  TOO_LARGE(false),
  /** The message claims to be from another user than the one of the handshake. */
  IDENTITY_MISMATCH(false),
  /** The id was used before for a message with another content. */
  ID_REUSED(false),
  /** The payload is not what the schema of the type asks for. */
  INVALID_PAYLOAD(false),
  /** The handler does not accept what the message says. */
  REJECTED(false),
  /** The handler threw; the message is kept as a dead letter. */
  HANDLER_FAILED(false),
  /** The handler did not answer within its deadline; it may still have an effect. */
  HANDLER_TIMED_OUT(false),
  /** More messages than the rate of the connection or the user allows. */
  RATE_LIMITED(true),
  /** Too many messages wait or are worked on. */
  OVERLOADED(true),
  /** The handler failed too often lately and is given a rest. */
  HANDLER_UNAVAILABLE(true),
  /** The router is going away. */
  DRAINING(true);

  private final boolean retryable;

  ErrorCode(boolean retryable) {
    this.retryable = retryable;
  }

  /**
   * Whether the message has certainly not been handled, so that it may be sent again with its id.
   */
  public boolean retryable() {
    return retryable;
  }

  /** The name as it is written in frames. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
