package dev.ssot.router.log;

/** The log works, and has no room for this event. */
public final class LogFull extends LogUnavailable {

  private static final long serialVersionUID = 1L;

  public LogFull(String message) {
    super(message);
  }
}
