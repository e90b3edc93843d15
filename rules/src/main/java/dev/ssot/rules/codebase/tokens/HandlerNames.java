package dev.ssot.rules.codebase.tokens;

import java.util.List;
import java.util.Locale;

/** Names of types and variables that say that something handles what it is given. */
public final class HandlerNames {

  private static final List<String> WORDS =
      List.of(
          "handler",
          "listener",
          "processor",
          "action",
          "consumer",
          "callback",
          "command",
          "dispatcher");

  private HandlerNames() {}

  /** Whether a name, perhaps with others in front of it, is one, in singular or plural. */
  public static boolean isOne(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    int end = word.endsWith("s") ? word.length() - 1 : word.length();
    for (String known : WORDS) {
      if (word.startsWith(known, end - known.length())) {
        return true;
      }
    }
    return false;
  }
}
