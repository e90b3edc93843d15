package dev.ssot.rules.model;

/**
 * What became of the files of a scan.
 *
 * @param found Java and service files that were to be read, excluded ones not among them
 * @param read files whose facts are whole
 * @param partly files of which a part was understood
 * @param unreadable files of which nothing was read or understood
 * @param excluded files left out by the policy or because they lie in a build folder
 * @param lines lines of the files that were read or partly read
 */
public record FileCounts(
    int found, int read, int partly, int unreadable, int excluded, long lines) {

  public FileCounts {
    if (found != read + partly + unreadable) {
      throw new IllegalArgumentException(
          "The counts of files do not add up: %s found, %s read, %s partly, %s unreadable"
              .formatted(found, read, partly, unreadable));
    }
  }
}
