package dev.ssot.rules.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a commit, an index or an editor holds where the disk holds something else.
 *
 * <p>Paths are relative to the base of the scan, with {@code /}.
 *
 * @param stored what is read in place of a file on disk, or where there is none
 * @param gone what counts as not there, with all below it
 */
public record Overlay(Map<String, StoredFile> stored, Set<String> gone) {

  public Overlay {
    stored = Map.copyOf(stored);
    gone = Set.copyOf(gone);
  }

  /** The files are as they are on disk. */
  public static Overlay none() {
    return new Overlay(Map.of(), Set.of());
  }

  /** Whether all files are as they are on disk. */
  public boolean isNone() {
    return stored.isEmpty() && gone.isEmpty();
  }

  /** The content that stands in for a file, if one does. */
  public Optional<StoredFile> stored(String path) {
    return Optional.ofNullable(stored.get(path));
  }

  /**
   * The content of a file of the state.
   *
   * @param base the base of the scan
   * @throws IOException if it cannot be read
   */
  public byte[] bytes(Path base, String path) throws IOException {
    StoredFile file = stored.get(path);
    return file == null ? Files.readAllBytes(base.resolve(path)) : file.read();
  }

  /** Whether what is on disk at a path does not count. */
  public boolean hides(String path) {
    if (isNone()) {
      return false;
    }
    if (stored.containsKey(path) || gone.contains(path)) {
      return true;
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (gone.contains(folder) || stored.containsKey(folder)) {
        return true;
      }
    }
    return false;
  }

  /** All paths at which it differs from the disk. */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>(gone);
    paths.addAll(stored.keySet());
    return paths;
  }
}
