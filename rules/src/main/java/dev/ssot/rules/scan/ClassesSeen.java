package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.bytecode.ClassReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scan saw of class files and of what it held them against, beside the sources that it read:
 * where all of it still is so, the scan would come to the same.
 *
 * @param states by the absolute paths of folders and archives how their class files are known, or
 *     the empty string for a folder that was not there
 * @param files whether there were files at some absolute paths
 */
record ClassesSeen(Map<String, String> states, Map<String, Boolean> files) {

  ClassesSeen {
    states = Map.copyOf(states);
    files = Map.copyOf(files);
  }

  /** A scan that looked for no class files. */
  static ClassesSeen none() {
    return new ClassesSeen(Map.of(), Map.of());
  }

  /**
   * What a scan saw.
   *
   * @param looked all folders and archives in which class files could have been
   * @param read how the class files are known of those that were there
   */
  static ClassesSeen of(List<Path> looked, Map<Path, String> read, Map<String, Boolean> files) {
    Map<String, String> states = new TreeMap<>();
    looked.forEach(root -> states.put(root.toString(), read.getOrDefault(root, "")));
    return new ClassesSeen(states, files);
  }

  /** Whether all of it still is so. */
  boolean isStill() {
    return states.entrySet().parallelStream().allMatch(ClassesSeen::isStill)
        && files.entrySet().stream()
            .allMatch(file -> Files.exists(Path.of(file.getKey())) == file.getValue());
  }

  private static boolean isStill(Map.Entry<String, String> root) {
    Path place = Path.of(root.getKey());
    return root.getValue().equals(Files.exists(place) ? ClassReader.state(place) : "");
  }
}
