package dev.ssot.rules.model;

import java.util.List;

/**
 * What a policy says of the structure of a codebase; class files show whether it holds.
 *
 * @param isolated where static state may not be shared
 * @param layers from the top down; each may use those below it
 * @param acyclic packages that may not depend on each other in circles
 */
public record Structure(List<Isolation> isolated, List<Layer> layers, List<Slices> acyclic) {

  public Structure {
    isolated = List.copyOf(isolated);
    layers = List.copyOf(layers);
    acyclic = List.copyOf(acyclic);
  }

  /** The policy says nothing of it. */
  public static Structure open() {
    return new Structure(List.of(), List.of(), List.of());
  }
}
