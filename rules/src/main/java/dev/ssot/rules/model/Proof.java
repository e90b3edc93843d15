package dev.ssot.rules.model;

import java.util.List;
import java.util.Locale;

/**
 * What a policy catches, shown by planting one instance of each finding that it claims to catch.
 *
 * @param policy path of the policy relative to the base of the scan, or the empty string
 * @param threshold open findings of this severity or a worse one fail a check
 * @param claims in the order of rules, every rule among them
 * @param problems what was not read or not understood
 */
public record Proof(String policy, Severity threshold, List<Claim> claims, List<Problem> problems) {

  /** What became of a planted instance. */
  public enum Outcome {
    /** It was found and fails a check. */
    CAUGHT,
    /** It was not found. */
    MISSED,
    /** It was found, and the policy accepts it. */
    ACCEPTED,
    /**
     * It was found and fails no check, because the rule's findings weigh less than the threshold.
     */
    OFF,
    /** None was planted. */
    NOT_TRIED;

    /** The name as reports write it, such as {@code not-tried}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One thing that a rule is to catch.
   *
   * @param about what was planted, a noun phrase; what the rule looks for where nothing was
   * @param why the likely reason where it was not caught, otherwise the empty string
   */
  public record Claim(String rule, String about, Outcome outcome, String why) {

    /** Whether the policy does not do what it claims. */
    public boolean isBroken() {
      return outcome == Outcome.MISSED || outcome == Outcome.ACCEPTED;
    }
  }

  public Proof {
    claims = List.copyOf(claims);
    problems = List.copyOf(problems);
  }

  /** Whether all that was planted was caught, as far as it is to fail a check. */
  public boolean holds() {
    return claims.stream().noneMatch(Claim::isBroken);
  }
}
