package dev.ssot.rules.model;

import java.time.LocalDate;

/**
 * What triage goes by besides code and policy.
 *
 * @param today the day of the scan, after whose end dates suppressions no longer hold
 */
public record Grounds(LocalDate today, Baseline baseline) {

  /** No baseline, and a day on which no suppression has expired. */
  public static Grounds none() {
    return new Grounds(LocalDate.MIN, Baseline.none());
  }
}
