package dev.ssot.rules.model;

import java.nio.file.Path;

/** Writes paths the same on every system. */
public final class SlashedPaths {

  private SlashedPaths() {}

  /** A path with {@code /} between its names, whatever the system puts there. */
  public static String of(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** The name of a file without its folder. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder of a file or folder, the empty string for what lies at the top. */
  public static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
