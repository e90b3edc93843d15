package dev.ssot.rules.codebase.tokens;

import java.util.Set;

/** Methods that read a setting and may be given a default. */
public final class SettingReads {

  private static final Set<String> NAMES =
      Set.of(
          "getProperty",
          "getInt",
          "getInteger",
          "getLong",
          "getBoolean",
          "getString",
          "getDouble",
          "getDuration",
          "getOrDefault");

  private SettingReads() {}

  /** Whether a method of this name is one. */
  public static boolean isOne(String name) {
    return NAMES.contains(name);
  }
}
