package dev.ssot.router.demo;

import dev.ssot.router.protocol.UserKey;
import java.util.regex.Pattern;

/** One device of a user, which has one connection at a time. */
record Device(UserKey user, String name) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  /** Whether a text is fit to be a device's name. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
