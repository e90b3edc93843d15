package dev.ssot.rules.model;

import java.util.List;

/**
 * The types that are most like a given one.
 *
 * @param type the given one
 * @param neighbours the likest first
 * @param looked number of types that were held against it
 * @param files what was read
 * @param problems what was not read or not understood
 */
public record Neighbourhood(
    TypeRef type,
    List<Neighbour> neighbours,
    int looked,
    FileCounts files,
    List<Problem> problems) {

  public Neighbourhood {
    neighbours = List.copyOf(neighbours);
    problems = List.copyOf(problems);
  }
}
