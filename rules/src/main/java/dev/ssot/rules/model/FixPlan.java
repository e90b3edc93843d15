package dev.ssot.rules.model;

import java.util.List;

/**
 * What a fix of findings comes to; nothing of it is done yet.
 *
 * @param changes in the order of paths
 * @param obstacles what is not fixed, in the order of places
 * @param fixed number of findings that are gone with the changes
 * @param problems what was not read or not understood
 */
public record FixPlan(
    List<FileChange> changes, List<Obstacle> obstacles, int fixed, List<Problem> problems) {

  public FixPlan {
    changes = List.copyOf(changes);
    obstacles = obstacles.stream().sorted().distinct().toList();
    problems = List.copyOf(problems);
  }
}
