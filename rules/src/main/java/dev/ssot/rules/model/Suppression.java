package dev.ssot.rules.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/**
 * A permission, written in the source or in the policy, to leave what one rule finds at one place
 * as it is until a day.
 *
 * @param rule id of the rule whose findings are accepted
 * @param subject the declaration that it stands at, or the pattern that the policy gives
 * @param terms why, who, how long
 * @param location where it is written
 */
public record Suppression(
    String rule, String subject, Terms terms, Origin origin, Location location)
    implements Comparable<Suppression> {

  private static final Comparator<Suppression> ORDER =
      Comparator.comparing((Suppression suppression) -> suppression.terms().until())
          .thenComparing(Suppression::location)
          .thenComparing(Suppression::rule);

  /**
   * The terms on which a finding is accepted.
   *
   * @param reason never blank
   * @param owner who answers for it, or the empty string
   * @param until the last day on which it holds
   */
  public record Terms(String reason, String owner, LocalDate until) {

    public Terms {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("A suppression needs a reason");
      }
    }
  }

  /** Where a suppression is written. */
  public enum Origin {
    SOURCE,
    POLICY;

    /** The name as it is written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it no longer holds on a day. */
  public boolean isExpiredOn(LocalDate day) {
    return day.isAfter(terms.until());
  }

  /** The natural order is that of end dates, the first to end first. */
  @Override
  public int compareTo(Suppression other) {
    return ORDER.compare(this, other);
  }
}
