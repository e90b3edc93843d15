package dev.ssot.router.protocol;

import java.util.Locale;

/** How much an event matters when a reader is slow, the least dispensable first. */
public enum EventClass {
  /** Never left out; a reader that can't keep up is cut off instead. */
  CRITICAL,
  /** A piece of something larger; never left out, but neighbours may come as one. */
  DELTA,
  /** The latest of its type, session and run wins; earlier ones may be left out. */
  STATE,
  /** Worth something now or never; the first to go. */
  EPHEMERAL;

  /** The name as it is written in schemas. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
