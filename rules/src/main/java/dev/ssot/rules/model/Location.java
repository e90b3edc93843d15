package dev.ssot.rules.model;

import java.util.Comparator;

/** A region of a file; the path is relative to the base of the scan and uses {@code /}. */
public record Location(String path, Region region) implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::path).thenComparing(Location::region);

  public Location {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("Not a relative path with '/': " + path);
    }
  }

  /** The text {@code path:line}, as compilers print it. */
  public String pathAndLine() {
    return path + ":" + region.line();
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
