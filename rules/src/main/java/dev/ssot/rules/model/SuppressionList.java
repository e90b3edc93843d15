package dev.ssot.rules.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The suppressions of a codebase and its policy.
 *
 * @param today the day on which they are looked at
 * @param suppressions those that end first in front
 * @param malformed where something was meant as a suppression and is none
 * @param problems sorted; what could not be read may hold more
 */
public record SuppressionList(
    LocalDate today,
    List<Suppression> suppressions,
    List<Location> malformed,
    List<Problem> problems) {

  public SuppressionList {
    suppressions = List.copyOf(suppressions);
    malformed = List.copyOf(malformed);
    problems = List.copyOf(problems);
  }

  /** Those that end within so many days from today, with those that have ended. */
  public SuppressionList endingWithin(int days) {
    LocalDate last = today.plusDays(days);
    return new SuppressionList(
        today,
        suppressions.stream().filter(one -> !one.terms().until().isAfter(last)).toList(),
        malformed,
        problems);
  }
}
