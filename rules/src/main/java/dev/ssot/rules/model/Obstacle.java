package dev.ssot.rules.model;

import java.util.Comparator;

/**
 * Why a finding is not fixed.
 *
 * @param location the place that stands in the way, or that of the finding
 * @param reason words for a person, such as {@code it is named in a string}
 */
public record Obstacle(String rule, Location location, String reason)
    implements Comparable<Obstacle> {

  private static final Comparator<Obstacle> ORDER =
      Comparator.comparing(Obstacle::location)
          .thenComparing(Obstacle::rule)
          .thenComparing(Obstacle::reason);

  @Override
  public int compareTo(Obstacle other) {
    return ORDER.compare(this, other);
  }
}
