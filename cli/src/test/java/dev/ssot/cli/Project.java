package dev.ssot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of sources to scan. */
record Project(Path folder) {

  /** A project with one class that has nothing wrong. */
  static Project plain(Path folder) {
    return new Project(folder)
        .file("src/main/java/com/acme/Clock.java", "package com.acme;\n\nclass Clock {}\n");
  }

  Project file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Project file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
