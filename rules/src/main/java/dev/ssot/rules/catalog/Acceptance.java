package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.Suppression;
import java.util.List;

/**
 * What triage came to, for the rules that judge what a team accepts.
 *
 * @param suppressions those in the source and those in the policy
 * @param entries those of the baseline
 * @param blind why it cannot be told what accepts nothing, or the empty string
 */
public record Acceptance(Suppressions suppressions, Entries entries, String blind) {

  /**
   * A comment or annotation that was meant as a suppression and is none.
   *
   * @param text as written
   * @param fault what is wrong with it
   * @param remedy the smallest next step, as an imperative
   */
  public record Malformed(
      String text, String fault, String remedy, Subject place, Location location) {}

  /**
   * Suppressions by what became of them.
   *
   * @param written how many were written, malformed ones among them
   * @param expired those whose end date has passed
   * @param judged how many hold and belong to a rule that ran
   * @param unused those of the judged ones that accept nothing
   */
  public record Suppressions(
      int written,
      List<Malformed> malformed,
      List<Suppression> expired,
      int judged,
      List<Suppression> unused) {

    public Suppressions {
      malformed = List.copyOf(malformed);
      expired = List.copyOf(expired);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Entries of the baseline by what became of them.
   *
   * @param path of the baseline, or the empty string where there is none
   * @param judged how many belong to rules that ran and to files that were looked for
   * @param stale those of the judged ones that accept nothing
   */
  public record Entries(String path, int judged, List<Baseline.Line> stale) {

    public Entries {
      stale = List.copyOf(stale);
    }
  }

  /** What there is before triage, and where nothing is accepted. */
  static Acceptance nothing() {
    return new Acceptance(
        new Suppressions(0, List.of(), List.of(), 0, List.of()), new Entries("", 0, List.of()), "");
  }
}
