package dev.ssot.router.protocol;

import java.util.Locale;

/** The named levels of service, the best first. */
public enum ServiceLevel {
  /** Everything works. */
  FULL,
  /** Nothing new is accepted; what was begun is being finished. */
  DRAINING,
  /** Everybody has been sent away. */
  STOPPED;

  /** The name as it is written in frames. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
