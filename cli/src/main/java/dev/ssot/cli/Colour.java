package dev.ssot.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** When text is coloured. */
enum Colour {
  /** On a terminal that can, unless {@code NO_COLOR} is set (no-color.org). */
  AUTO,
  ALWAYS,
  NEVER;

  /** The words for the command line. */
  static List<String> words() {
    return Arrays.stream(values()).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  static Colour of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether a stream gets colour. */
  boolean on(Surroundings surroundings, boolean terminal) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal
              && surroundings.variable("NO_COLOR").isEmpty()
              && !surroundings.variable("TERM").equals("dumb");
    };
  }
}
