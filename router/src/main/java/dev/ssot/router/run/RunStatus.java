package dev.ssot.router.run;

import java.util.Locale;

/** How a run ended. */
public enum RunStatus {
  OK,
  FAILED,
  CANCELLED,
  /** Its producer died or stalled, and the router ended it. */
  TIMED_OUT;

  /** The name as it is written in events. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String outcomeField() {
    return this == OK ? "response" : "error";
  }
}
