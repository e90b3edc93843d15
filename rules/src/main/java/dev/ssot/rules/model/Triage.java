package dev.ssot.rules.model;

import java.util.Locale;

/**
 * What a team has decided about a finding.
 *
 * <p>Triage marks and never deletes: an accepted finding stays in the result and in the score, and
 * only the outcome of the scan leaves it out.
 */
public sealed interface Triage {

  /** The three marks. */
  enum State {
    OPEN,
    SUPPRESSED,
    KNOWN;

    /** The name as it is written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which of the marks it is. */
  State state();

  /** Nobody has accepted the finding. */
  record Open() implements Triage {

    @Override
    public State state() {
      return State.OPEN;
    }
  }

  /** A suppression accepts the finding until its end date. */
  record Suppressed(Suppression by) implements Triage {

    @Override
    public State state() {
      return State.SUPPRESSED;
    }
  }

  /**
   * The baseline lists the finding.
   *
   * @param line of its entry in the baseline
   */
  record Known(int line) implements Triage {

    @Override
    public State state() {
      return State.KNOWN;
    }
  }
}
