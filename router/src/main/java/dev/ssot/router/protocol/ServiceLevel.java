package dev.ssot.router.protocol;

import java.util.Locale;

/** The named levels of service, the best first. */
public enum ServiceLevel {
  /** Everything works. */
  FULL,
  /** The log is away: events are refused, all else goes on, and nobody is sent away. */
  LOCAL_ONLY,
  /** Nothing new is accepted; what was begun is being finished. */
  DRAINING,
  /** Everybody has been sent away. */
  STOPPED;

  /** The name as it is written in frames. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
