package dev.ssot.router.protocol;

import java.util.Locale;

/** What became of a client's wish to go on where it was. */
public enum Resumption {
  /** It had no such wish and gets events from now on. */
  FRESH,
  /** It gets everything that it missed. */
  RESUMED,
  /** The stream has begun anew; it gets all that there is. */
  OTHER_EPOCH,
  /** Some of what it missed is past retention; it gets the rest. */
  PAST_RETENTION,
  /** It names events that do not exist; it gets all that there is. */
  AHEAD_OF_HEAD;

  /** Whether events may be missing between the client's position and what it gets now. */
  public boolean failed() {
    return this != FRESH && this != RESUMED;
  }

  /** The name as it is written in frames. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
