package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a walk over the paths of a scan came upon.
 *
 * @param files in the order of paths
 * @param excluded paths of files left out
 * @param matched the glob patterns of the policy that matched something
 * @param folders the real folders that were walked
 * @param walk what the walk saw on its way, by which it shows that another would see the same
 */
record Found(
    List<FoundFile> files,
    List<String> excluded,
    List<Problem> problems,
    Set<String> matched,
    Set<Path> folders,
    Walk walk) {

  Found {
    files = List.copyOf(files);
    excluded = List.copyOf(excluded);
    problems = List.copyOf(problems);
    matched = Set.copyOf(matched);
    folders = Set.copyOf(folders);
  }

  /**
   * What a walk saw on its way.
   *
   * @param walked by real folder
   * @param leftOut by folder that was left out: the paths of what lies in it
   * @param loose whether there were links, which can lead elsewhere at any time, or files that were
   *     named, whose folders were not walked
   */
  record Walk(Map<Path, Walked> walked, Map<Path, List<String>> leftOut, boolean loose) {

    Walk {
      walked = Map.copyOf(walked);
      leftOut = Map.copyOf(leftOut);
    }
  }
}
