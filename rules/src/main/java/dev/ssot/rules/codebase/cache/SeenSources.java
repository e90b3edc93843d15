package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.model.Problem;
import java.util.List;
import java.util.Set;

/**
 * What an earlier scan came upon.
 *
 * @param salt what the hashes of contents begin with
 * @param files in the order of paths
 * @param excluded paths of files left out
 * @param problems of the walk
 * @param matched the glob patterns of the policy that matched something
 */
public record SeenSources(
    long salt,
    List<SeenFile> files,
    List<String> excluded,
    List<Problem> problems,
    Set<String> matched) {

  public SeenSources {
    files = List.copyOf(files);
    excluded = List.copyOf(excluded);
    problems = List.copyOf(problems);
    matched = Set.copyOf(matched);
  }
}
