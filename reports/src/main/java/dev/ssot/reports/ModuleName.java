package dev.ssot.reports;

/** The module of a build that a file belongs to, as far as its path tells. */
final class ModuleName {

  private static final String ROOT = "(root)";
  private static final String SOURCES = "src/";

  private ModuleName() {}

  /**
   * The folder above {@code src}, otherwise the first folder; {@code (root)} where there is none.
   */
  static String of(String path) {
    if (path.startsWith(SOURCES)) {
      return ROOT;
    }
    int sources = path.indexOf("/" + SOURCES);
    int end = sources > 0 ? sources : path.indexOf('/');
    return end < 0 ? ROOT : path.substring(0, end);
  }
}
