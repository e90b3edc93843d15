package dev.ssot.rules.model;

import java.util.List;

/**
 * Who owns a file.
 *
 * @param owners as the project's {@code CODEOWNERS} names them, in its order, never empty
 */
public record Ownership(String path, List<String> owners) implements Comparable<Ownership> {

  public Ownership {
    owners = List.copyOf(owners);
    if (owners.isEmpty()) {
      throw new IllegalArgumentException("Nobody owns " + path + "; leave it out");
    }
  }

  @Override
  public int compareTo(Ownership other) {
    return path.compareTo(other.path);
  }
}
