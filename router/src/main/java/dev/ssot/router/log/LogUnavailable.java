package dev.ssot.router.log;

/** The log can't do its work at the moment; unless it is {@link LogFull}, for nobody. */
public class LogUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LogUnavailable(String message) {
    super(message);
  }

  public LogUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
