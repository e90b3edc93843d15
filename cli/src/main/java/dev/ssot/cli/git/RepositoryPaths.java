package dev.ssot.cli.git;

import dev.ssot.rules.model.SlashedPaths;
import java.nio.file.Path;

/**
 * Paths of a repository beside those of a scan; by texts, as not every name is a valid path.
 *
 * @param root the folder of the working tree, or what stands for it
 * @param base the folder that the paths of the scan are relative to
 */
record RepositoryPaths(Path root, Path base) {

  /** A path of the repository relative to the base. */
  String fromRoot(String path) {
    if (root.startsWith(base)) {
      return above() + path;
    }
    String below = below();
    int common = 0;
    for (int slash = below.indexOf('/'); slash >= 0; slash = below.indexOf('/', slash + 1)) {
      if (path.startsWith(below.substring(0, slash + 1))) {
        common = slash + 1;
      }
    }
    int up = (int) below.substring(common).chars().filter(c -> c == '/').count();
    return "../".repeat(up) + path.substring(common);
  }

  /** A path that {@link #fromRoot} has made, in the repository again. */
  String toRoot(String path) {
    if (root.startsWith(base)) {
      return path.substring(above().length());
    }
    String below = below();
    String rest = path;
    while (rest.startsWith("../")) {
      below = below.substring(0, below.lastIndexOf('/', below.length() - 2) + 1);
      rest = rest.substring("../".length());
    }
    return below + rest;
  }

  private String above() {
    String above = SlashedPaths.of(base.relativize(root));
    return above.isEmpty() ? "" : above + "/";
  }

  private String below() {
    return SlashedPaths.of(root.relativize(base)) + "/";
  }
}
