package dev.ssot.rules.model;

import java.util.Optional;

/**
 * A call of a type, and what would become of it if it were made on another type.
 *
 * @param caller qualified name of the type that contains it
 * @param member what it binds to now, or its name where nobody can tell
 * @param breach why it would not bind, if it would not
 * @param words the same for a reader, or the empty string
 */
public record CallSite(
    Location location,
    String caller,
    String member,
    Answer answer,
    Optional<Breach> breach,
    String words) {

  /** Whether it would bind. */
  public enum Answer {
    BINDS,
    BREAKS,
    UNKNOWN
  }
}
