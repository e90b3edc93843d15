package dev.ssot.rules.codebase.tokens;

import java.util.regex.Pattern;

/** Names of variables that are logs by convention. */
public final class LogNames {

  private static final Pattern LOG = Pattern.compile("(?i)(?:.*[._])?(?:log|logger|journal)");

  private LogNames() {}

  /** Whether a name, perhaps with others in front of it, is one. */
  public static boolean isOne(String name) {
    return LOG.matcher(name).matches();
  }
}
