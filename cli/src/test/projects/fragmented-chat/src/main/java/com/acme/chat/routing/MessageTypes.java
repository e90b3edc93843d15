package com.acme.chat.routing;

import java.util.Locale;
import java.util.Map;

/** The message types of clients and the older names that are still understood. */
public final class MessageTypes {

  public static final String USER_MESSAGE = "user_message";
  public static final String TYPING = "typing";
  public static final String CANCEL_RUN = "cancel_run";

  private static final Map<String, String> OLD_NAMES =
      Map.of(
          "chat_message", USER_MESSAGE,
          "user", USER_MESSAGE,
          "execute_agent", USER_MESSAGE,
          "user_typing", TYPING,
          "stop", CANCEL_RUN);

  private MessageTypes() {}

  /** The present name of a type, whatever its age and case. */
  public static String canonicalName(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return OLD_NAMES.getOrDefault(lower, lower);
  }
}
