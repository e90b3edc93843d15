package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.reports.FixReport;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.FileChange;
import dev.ssot.rules.model.FixPlan;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.scan.Fixing;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes code so that findings are gone. */
@Command(
    name = "fix",
    description = {
      "Change code so that findings are gone, where that is safe; list the others with reasons.",
      "Scan all code that belongs together: what is not scanned is not seen to break.",
      "The exit status is 1 if a finding is left or, with --dry-run, if there is one at all."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ssot fix --dry-run", "  ssot fix --rule forbidden-import src"})
final class FixCommand implements Callable<Integer> {

  /** More than any code needs; fixes that call for each other must not go on for ever. */
  private static final int MOST_ROUNDS = 10;

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      completionCandidates = Fixable.class,
      description = "Fix findings of this rule only (${COMPLETION-CANDIDATES}); may be repeated.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Write nothing, and show the changes as a unified diff.")
  private boolean dryRun;

  @Mixin private final ScanOptions options = new ScanOptions();

  FixCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Set<String> wanted = new TreeSet<>();
    rules.forEach(rule -> wanted.add(Choice.of("fixable rule", rule, Scan.fixable())));
    if (wanted.isEmpty()) {
      wanted.addAll(Scan.fixable());
    }
    ScanScope scope = options.scope(paths, surroundings.folder());
    Policy policy = ScanOptions.policy(scope);
    Grounds grounds = new Grounds(surroundings.today(), Baseline.none());
    ScanRequest request = options.request(scope, policy, grounds, wanted, surroundings);
    try {
      return dryRun ? show(plan(request)) : carryOut(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FixPlan plan(ScanRequest request) {
    return options.scanning(
        surroundings, streams, listener -> Fixing.run(request, request.rules(), listener));
  }

  /** The difference goes to standard output alone, so that it can be applied. */
  private int show(FixPlan plan) throws IOException {
    FixReport.writeDifference(plan, streams.out());
    streams.out().flush();
    FixReport.writeRest(plan, plan.fixed(), plan.changes().size(), streams.err());
    streams.err().flush();
    int status = new Incompleteness(plan.problems()).exitStatus(streams);
    boolean work = !plan.changes().isEmpty() || !plan.obstacles().isEmpty();
    return status == ExitStatus.FINE && work ? ExitStatus.DIFFERENT : status;
  }

  /**
   * Fixes until nothing more can be fixed: a shim may be unused only when its last caller has been
   * changed.
   */
  private int carryOut(ScanRequest request) throws IOException {
    int fixed = 0;
    Set<String> files = new TreeSet<>();
    FixPlan plan = plan(request);
    for (int round = 1; round <= MOST_ROUNDS && !plan.changes().isEmpty(); round++) {
      int status = write(plan, request.base());
      if (status != ExitStatus.FINE) {
        return status;
      }
      FixReport.writeChanges(plan, streams.out());
      streams.out().flush();
      plan.changes().forEach(change -> files.add(change.path()));
      fixed += plan.fixed();
      plan = plan(request);
    }
    FixReport.writeRest(plan, fixed, files.size(), streams.out());
    int gaps = new Incompleteness(plan.problems()).exitStatus(streams);
    return gaps == ExitStatus.FINE && !plan.obstacles().isEmpty() ? ExitStatus.DIFFERENT : gaps;
  }

  /** Writes all files of a plan, or none if one of them must not be written. */
  private int write(FixPlan plan, Path base) {
    int gaps = new Incompleteness(plan.problems()).exitStatus(streams);
    if (gaps != ExitStatus.FINE) {
      streams.report(
          List.of(
              Diagnostic.of(
                  "nothing is changed, because not all code could be read",
                  "mend or exclude what is named above; --dry-run shows what would be done")));
      return gaps;
    }
    List<SourceFile> files = new ArrayList<>();
    List<Diagnostic> refusals = new ArrayList<>();
    for (FileChange change : plan.changes()) {
      SourceFile.Opened opened = SourceFile.open(base, change);
      opened.file().ifPresent(files::add);
      if (opened.file().isEmpty()) {
        refusals.add(
            Diagnostic.inFile(
                change.path(),
                "nothing is changed, because this file cannot be: " + opened.refusal(),
                "mend that, or exclude the file in `sources.exclude`"));
      }
    }
    streams.report(refusals);
    return refusals.isEmpty() ? write(files) : ExitStatus.FAILED;
  }

  private int write(List<SourceFile> files) {
    for (SourceFile file : files) {
      try {
        file.write();
      } catch (IOException e) {
        streams.report(
            List.of(
                Diagnostic.inFile(
                    file.change().path(),
                    "it cannot be written: " + e,
                    "files before it have been changed; mend that, and fix again")));
        return ExitStatus.FAILED;
      }
    }
    return ExitStatus.FINE;
  }

  /** Words for {@code --rule}. */
  static final class Fixable implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Scan.fixable().iterator();
    }
  }
}
