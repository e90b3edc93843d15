package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import java.util.List;

/** Finds entries of the baseline that accept nothing. */
final class StaleBaselineEntry implements Rule {

  @Override
  public String id() {
    return "stale-baseline-entry";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("acceptance", "baseline");
  }

  @Override
  public boolean judgesAcceptance() {
    return true;
  }

  /** Of a scan that is incomplete, and of what it has not looked at, nothing can be said. */
  @Override
  public Judgement judge(Case facts) {
    Acceptance acceptance = facts.acceptance();
    String path = acceptance.entries().path();
    if (path.isEmpty()) {
      return Judgement.notRun("entries", "there is no baseline");
    }
    if (!acceptance.blind().isEmpty()) {
      return Judgement.notRun("entries", acceptance.blind());
    }
    return Judgement.of(
        acceptance.entries().stale().stream().map(line -> finding(path, line)).toList(),
        acceptance.entries().judged(),
        "entries");
  }

  private Finding finding(String path, Baseline.Line line) {
    BaselineEntry entry = line.entry();
    Subject subject = Subject.ofType(entry.subject());
    String about = entry.about().isEmpty() ? "" : " (%s)".formatted(entry.about());
    return new Finding(
        id(),
        severity(),
        new Location(path, new Region(line.number(), 1, line.number(), 1)),
        subject,
        new Statement(
            "this entry accepts nothing: `%s` finds nothing more at `%s`%s that is not accepted"
                .formatted(entry.rule(), entry.subject(), about),
            "run `ssot baseline prune`",
            List.of()),
        new Evidence.StaleEntry(entry),
        Fingerprint.of(id(), subject, List.of(entry.rule(), entry.fingerprint().value())));
  }
}
