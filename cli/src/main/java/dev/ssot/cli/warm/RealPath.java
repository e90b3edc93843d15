package dev.ssot.cli.warm;

import java.io.IOException;
import java.nio.file.Path;

/** Where a file really is, or would be. */
public final class RealPath {

  private RealPath() {}

  /** An absolute path without links, as far as it is there already. */
  public static Path of(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    for (Path there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute));
      } catch (IOException e) {
        // It is not there yet, but a folder above it may be.
      }
    }
    return absolute;
  }
}
