package dev.ssot.reports;

import dev.ssot.rules.model.FileChange;
import dev.ssot.rules.model.FixPlan;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Obstacle;
import java.io.IOException;
import java.io.Writer;

/** What a fix changes, and what it leaves and why. */
public final class FixReport {

  private FixReport() {}

  /** Writes the changes as one difference that git and patch can apply. */
  public static void writeDifference(FixPlan plan, Writer out) throws IOException {
    for (FileChange change : plan.changes()) {
      for (String line : UnifiedDiff.lines(change.path(), change.before(), change.after())) {
        out.append(line).append('\n');
      }
    }
  }

  /** Writes the names of the files that have been changed or deleted. */
  public static void writeChanges(FixPlan plan, Writer out) throws IOException {
    ConsolePage page = new ConsolePage(false);
    for (FileChange change : plan.changes()) {
      page.line(0, (change.after().isPresent() ? "changed: " : "deleted: ") + change.path());
    }
    page.drainTo(out);
  }

  /**
   * Writes what is left with its places and reasons, and a line that sums up.
   *
   * @param fixed number of findings that are gone
   * @param files number of files that were changed for that
   */
  public static void writeRest(FixPlan plan, int fixed, int files, Writer out) throws IOException {
    ConsolePage page = new ConsolePage(false);
    for (Obstacle obstacle : plan.obstacles()) {
      Location location = obstacle.location();
      page.line(
          0,
          "%s:%s: not fixed: %s [%s]"
              .formatted(
                  location.pathAndLine(),
                  location.region().column(),
                  obstacle.reason(),
                  obstacle.rule()));
    }
    page.line(
        0,
        "%s, %s, %s left"
            .formatted(
                Phrases.count(fixed, "finding") + " fixed",
                Phrases.count(files, "file"),
                plan.obstacles().size()));
    page.drainTo(out);
  }
}
