package dev.ssot.benchmarks.data;

import java.nio.file.Path;

/** A line of a data file that cannot be used; the message names file, line and cause. */
public final class BadData extends RuntimeException {

  BadData(Path file, int line, String cause) {
    super("%s:%s: %s".formatted(file, line, cause));
  }
}
