package dev.ssot.rules.codebase.source;

import java.util.concurrent.ConcurrentHashMap;

/** Keeps one instance of each string, so that a million facts share their names. */
final class Interner {

  private final ConcurrentHashMap<String, String> strings = new ConcurrentHashMap<>();

  String one(String text) {
    String known = strings.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
