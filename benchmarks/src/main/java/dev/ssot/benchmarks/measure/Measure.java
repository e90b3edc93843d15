package dev.ssot.benchmarks.measure;

import java.util.Locale;

/** What can be measured. */
public enum Measure {
  RANKING,
  DECISION,
  DISCOVERY,
  INJECTED;

  /** The name on the command line and in the keys of figures. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
