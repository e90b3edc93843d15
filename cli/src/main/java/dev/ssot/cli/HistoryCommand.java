package dev.ssot.cli;

import dev.ssot.reports.HistoryReport;
import dev.ssot.reports.ReportOptions;
import dev.ssot.rules.model.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what became of the roles from commit to commit. */
@Command(
    name = "history",
    description = {
      "Show score, rivals, shims and uses of each role over time.",
      "Commits of the line of first parents are read from git; nothing is checked out."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ssot history --every 1m",
      "  ssot history --since v2.0 --every 1",
      "  ssot history --since 2026-01-01 --format html --output history.html"
    })
final class HistoryCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders to scan in each commit; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "REF",
      description = "Begin at a branch, tag or commit, or with a day such as 2026-01-31 (UTC).")
  private String since = "";

  @Option(
      names = "--every",
      paramLabel = "DISTANCE",
      description =
          "Look at one of so many commits (10), or at the last one of so many days, weeks or"
              + " months (1d, 2w, 1m); otherwise at 24 commits, evenly spread.")
  private String every = "";

  @Option(
      names = "--each-policy",
      description = "Judge each commit by the policy that it holds, and not all by that of today.")
  private boolean eachPolicy;

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<Target> targets = new ArrayList<>();

  @Mixin private final ScanOptions scan = new ScanOptions();

  /** A format, an output, or both. */
  static final class Target implements ReportChoice.Wish {

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        completionCandidates = Formats.class,
        description =
            "Report as ${COMPLETION-CANDIDATES} (default: console); may be repeated, each with an"
                + " --output after it; one without goes to standard output.")
    private @Nullable String format;

    @Option(
        names = "--output",
        paramLabel = "FILE",
        description = "Write the report of the --format before it here; `-` is standard output.")
    private @Nullable Path output;

    @Override
    public @Nullable String format() {
      return format;
    }

    @Override
    public @Nullable Path output() {
      return output;
    }
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return HistoryReport.formats().iterator();
    }
  }

  HistoryCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ReportOptions options = new ReportOptions(Version.number(), "", scan.coloured(surroundings));
    List<Destination<String>> reports =
        Destination.of(targets, surroundings.folder(), HistoryReport.formats(), name -> name);
    Spacing spacing = Spacing.of(every);
    History history;
    try (HistoryRun run = HistoryRun.of(paths, scan, surroundings)) {
      history = run.history(since, every, spacing, eachPolicy, streams);
    }
    for (Destination<String> report : reports) {
      report.write(
          streams,
          out -> HistoryReport.write(history, report.form(), report.fitting(options), out));
    }
    return history.isKnownToday() ? ExitStatus.FINE : ExitStatus.FAILED;
  }
}
