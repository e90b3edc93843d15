package dev.ssot.router.legacy;

import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The one table of old names of message types; letters of either case and dashes are taken. */
public final class LegacyTypes {

  private static final String USER_MESSAGE = "user_message";
  private static final String CANCEL = "cancel";

  private static final Map<String, String> CANONICAL =
      Map.ofEntries(
          Map.entry(USER_MESSAGE, USER_MESSAGE),
          Map.entry("user", USER_MESSAGE),
          Map.entry("user_input", USER_MESSAGE),
          Map.entry("message", USER_MESSAGE),
          Map.entry("chat", USER_MESSAGE),
          Map.entry("chat_message", USER_MESSAGE),
          Map.entry("text", USER_MESSAGE),
          Map.entry("execute_agent", USER_MESSAGE),
          Map.entry("start_agent", USER_MESSAGE),
          Map.entry("run_agent", USER_MESSAGE),
          Map.entry("agent_request", USER_MESSAGE),
          Map.entry(CANCEL, CANCEL),
          Map.entry("cancel_agent", CANCEL),
          Map.entry("stop_agent", CANCEL));

  private LegacyTypes() {}

  /** The canonical name, or the name itself if it is not an old one; nothing is guessed. */
  public static String canonical(String type) {
    return CANONICAL.getOrDefault(type.toLowerCase(Locale.ROOT).replace('-', '_'), type);
  }

  /** The canonical types that old names stand for, sorted. */
  public static SortedSet<String> all() {
    return new TreeSet<>(CANONICAL.values());
  }
}
