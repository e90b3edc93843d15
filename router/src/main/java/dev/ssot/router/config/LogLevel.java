package dev.ssot.router.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From which importance on the program logs, the least important first. */
public enum LogLevel {
  DEBUG,
  INFO,
  WARNING,
  ERROR;

  /** The name in files and lines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(LogLevel::label).toList();
  }
}
