package dev.ssot.rules.model;

/**
 * What became of the class files of a scan.
 *
 * @param found class files in the folders and archives that were looked at
 * @param read those whose facts the rules saw
 * @param notUnderstood those that are damaged, or newer than this version understands
 * @param outdated those that do not agree with their source, and were left out
 */
public record ClassCounts(int found, int read, int notUnderstood, int outdated) {

  public ClassCounts {
    if (found != read + notUnderstood + outdated) {
      throw new IllegalArgumentException(
          "The counts of class files do not add up: %s found, %s read, %s not understood, %s outdated"
              .formatted(found, read, notUnderstood, outdated));
    }
  }

  /** No class file was looked for. */
  public static ClassCounts none() {
    return new ClassCounts(0, 0, 0, 0);
  }

  /** Whether all that was found was read. */
  public boolean isWhole() {
    return found == read;
  }
}
