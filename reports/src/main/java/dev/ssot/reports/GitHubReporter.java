package dev.ssot.reports;

import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.Writer;

/**
 * Workflow commands that GitHub Actions turns into annotations of a pull request, and a last line
 * for the log.
 *
 * <p>GitHub shows ten errors and ten warnings of a step; the most severe come first, and the
 * Markdown report belongs into the job summary. See GitHub's "Workflow commands".
 */
final class GitHubReporter implements Reporter {

  @Override
  public String format() {
    return "github";
  }

  @Override
  public void write(ScanResult result, ReportOptions options, Writer out) throws IOException {
    for (ReportEntry entry : ReportEntry.of(result, result.reported())) {
      out.append(command(entry)).append('\n');
    }
    OutcomeStatement statement = new OutcomeStatement(result);
    out.append("ssot: " + VisibleText.of(statement.text()))
        .append("; findings: " + Phrases.counts(result))
        .append("; score: " + result.compliance().total().text())
        .append(", " + ScoreWords.gate(result))
        .append('\n');
  }

  private static String command(ReportEntry entry) {
    Region region = entry.region();
    StringBuilder command = new StringBuilder("::").append(word(entry.severity()));
    if (entry.path().equals(".")) {
      command.append(" title=");
    } else {
      command
          .append(" file=")
          .append(property(entry.path()))
          .append(",line=" + region.line() + ",endLine=" + region.endLine());
      if (region.lines() == 1) {
        command.append(",col=" + region.column() + ",endColumn=" + region.endColumn());
      }
      command.append(",title=");
    }
    return command
        .append(property("ssot: " + entry.rule()))
        .append("::")
        .append(escaped(entry.text()))
        .toString();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(VisibleText.of(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
