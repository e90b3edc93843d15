package dev.ssot.cli;

import java.nio.file.Path;

/** A project whose policy forbids the package {@code com.acme.old}; nothing else is wrong. */
final class LegacyProject {

  static final String POLICY =
      """
      version: 1
      forbid:
        - {path: com.acme.old.**, reason: it was replaced, use: com.acme.Clock}
      """;

  private LegacyProject() {}

  static Project in(Path folder) {
    return new Project(folder)
        .file("ssot.yaml", POLICY + "baseline: known.jsonl\n")
        .file("src/com/acme/Clock.java", "package com.acme;\n\npublic class Clock {}\n");
  }

  /** A class that reaches the old types of these names. */
  static String user(String packageName, String name, String... old) {
    StringBuilder text = new StringBuilder("package " + packageName + ";\n\n");
    for (String type : old) {
      text.append("import com.acme.old.").append(type).append(";\n");
    }
    return text.append("\nclass ").append(name).append(" {}\n").toString();
  }
}
