package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a walk over the paths of a scan came upon.
 *
 * @param files in the order of paths
 * @param excluded paths of files left out
 * @param matched the glob patterns of the policy that matched something
 * @param folders the real folders that were walked
 */
record Found(
    List<FoundFile> files,
    List<String> excluded,
    List<Problem> problems,
    Set<String> matched,
    Set<Path> folders) {

  Found {
    files = List.copyOf(files);
    excluded = List.copyOf(excluded);
    problems = List.copyOf(problems);
    matched = Set.copyOf(matched);
    folders = Set.copyOf(folders);
  }
}
