package dev.ssot.reports;

import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a baseline lacks and what it has too much, finding by finding and never as numbers only. */
public final class DifferenceReport {

  private DifferenceReport() {}

  /** Writes the report: each finding as the console report shows it. */
  public static void write(List<Finding> findings, boolean coloured, Writer out)
      throws IOException {
    ConsolePage page = new ConsolePage(coloured);
    for (Finding finding : findings) {
      ConsoleFinding.write(finding, page);
      page.blank();
      page.drainTo(out);
    }
  }

  /** Writes entries that were added and removed, one a line. */
  public static void write(List<BaselineEntry> added, List<BaselineEntry> removed, Writer out)
      throws IOException {
    ConsolePage page = new ConsolePage(false);
    added.forEach(entry -> page.line(0, "+ " + words(entry)));
    removed.forEach(entry -> page.line(0, "- " + words(entry)));
    page.drainTo(out);
  }

  private static String words(BaselineEntry entry) {
    String about = entry.about().isEmpty() ? "" : " (%s)".formatted(entry.about());
    return "%s %s%s".formatted(entry.rule(), entry.subject(), about);
  }
}
