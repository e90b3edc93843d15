package dev.ssot.router.protocol;

/**
 * Close codes of RFC 6455 and of {@code ssot.v1} with which the router itself ends a connection.
 */
public enum CloseCode {
  /** The router can't serve the connection, such as when the log is away. */
  INTERNAL_ERROR(1011),
  /** The router goes away; the client comes back and resumes. */
  SERVICE_RESTART(1012),
  /** The client breaks the protocol. */
  PROTOCOL(4400),
  /** The session that the handshake proved is over. */
  SESSION_OVER(4401),
  /** The reader is too slow; what it missed is in the log. */
  TOO_SLOW(4408),
  /** The user opened more connections than allowed, and this was the oldest. */
  REPLACED(4409),
  /** The client goes on sending although it is told to slow down. */
  TOO_FAST(4429);

  private final int code;

  CloseCode(int code) {
    this.code = code;
  }

  /** The number in the close frame. */
  public int code() {
    return code;
  }
}
