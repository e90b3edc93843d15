package dev.ssot.rules.scan;

/**
 * A scan that would say nothing: no sources, a canonical that does not exist, an unknown rule.
 *
 * <p>The message names subject, value and remedy. It is the user's to mend, so the exit status is
 * 2.
 */
public final class ScanRefusal extends RuntimeException {

  public ScanRefusal(String message) {
    super(message);
  }
}
