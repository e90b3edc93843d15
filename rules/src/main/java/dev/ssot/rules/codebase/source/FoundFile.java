package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.StoredFile;

/**
 * A file that is to be read.
 *
 * @param path relative to the base of the scan, with {@code /}
 */
record FoundFile(StoredFile content, String path, SourceKind kind) {

  private static final String SERVICES = "META-INF/services/";

  boolean isJava() {
    return path.endsWith(".java");
  }

  /** Whether a path is one that a scan reads. */
  static boolean isWanted(String path) {
    return path.endsWith(".java") || isServiceFile(path);
  }

  private static boolean isServiceFile(String path) {
    int at = path.lastIndexOf(SERVICES);
    return at >= 0
        && (at == 0 || path.charAt(at - 1) == '/')
        && path.indexOf('/', at + SERVICES.length()) < 0
        && path.indexOf('.', at + SERVICES.length()) > 0;
  }
}
