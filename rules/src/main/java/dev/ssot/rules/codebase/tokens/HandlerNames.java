package dev.ssot.rules.codebase.tokens;

import java.util.regex.Pattern;

/** Names of types and variables that say that something handles what it is given. */
public final class HandlerNames {

  private static final Pattern HANDLER =
      Pattern.compile(
          "(?i).*(?:handler|listener|processor|action|consumer|callback|command|dispatcher)s?");

  private HandlerNames() {}

  /** Whether a name, perhaps with others in front of it, is one. */
  public static boolean isOne(String name) {
    return HANDLER.matcher(name).matches();
  }
}
