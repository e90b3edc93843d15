package dev.ssot.cli;

import dev.ssot.cli.baseline.BaselineFile;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.DifferenceReport;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Triage;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The arguments and the scan of the commands that compare code with a baseline.
 *
 * <p>Of an incomplete scan nothing may be concluded: neither is a finding gone that is not there,
 * nor are those that are there all. So no command changes a baseline by one.
 */
final class BaselineRun {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan, those that `check` scans; the folder here.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "The baseline; otherwise that of the policy, otherwise ssot-baseline.jsonl beside it.")
  private @Nullable Path named;

  @Mixin private final ScanOptions options = new ScanOptions();

  @Mixin private final ClassOptions classes = new ClassOptions();

  /**
   * A baseline and a scan against it.
   *
   * @param entries what the baseline held before, by line
   * @param configured whether checks will read the baseline by the policy
   */
  record Comparison(
      BaselineLocation location,
      Map<Integer, BaselineEntry> entries,
      ScanResult result,
      boolean configured) {

    /** Findings that the baseline lacks. */
    List<Finding> fresh() {
      List<String> acceptable = Scan.acceptable();
      return result.open().stream().filter(finding -> acceptable.contains(finding.rule())).toList();
    }

    /** The findings that say of an entry that it accepts nothing. */
    List<Finding> staleFindings() {
      return result.findings().stream()
          .filter(finding -> finding.evidence() instanceof Evidence.StaleEntry)
          .toList();
    }

    /** The entries that accept something, or of which this scan cannot tell; by line. */
    Map<Integer, BaselineEntry> kept() {
      Map<Integer, BaselineEntry> kept = new HashMap<>(entries);
      staleFindings().forEach(finding -> kept.remove(finding.location().region().line()));
      return kept;
    }

    /** The entries that accept nothing, in the order of the file. */
    List<BaselineEntry> stale() {
      Set<Integer> kept = kept().keySet();
      return entries.keySet().stream()
          .filter(line -> !kept.contains(line))
          .sorted()
          .map(entries::get)
          .toList();
    }

    /** What is kept, described as the code has it now. */
    Collection<BaselineEntry> refreshed() {
      Map<Integer, BaselineEntry> kept = new HashMap<>(kept());
      for (Finding finding : result.findings()) {
        if (finding.triage() instanceof Triage.Known known) {
          kept.put(known.line(), BaselineEntry.of(finding));
        }
      }
      return kept.values();
    }

    /** 0, or 3 after a message for each gap of the scan. */
    int gaps(Streams streams) {
      return new Incompleteness(result.coverage().problems()).exitStatus(streams);
    }

    /** Writes the baseline, and shows entry by entry what has changed. */
    void change(Collection<BaselineEntry> wanted, List<BaselineEntry> added, Streams streams) {
      write(wanted);
      try {
        DifferenceReport.write(added, stale(), streams.out());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Writes the baseline unless that would change nothing. */
    void write(Collection<BaselineEntry> wanted) {
      String text = BaselineFile.text(wanted);
      if (!location.exists() || !text.equals(BaselineFile.text(entries.values()))) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ReportFile.write(location.file(), out -> out.write(bytes));
      }
    }
  }

  /** Scans against a baseline that is there. */
  Comparison compare(Surroundings surroundings, Streams streams) {
    return compare(true, surroundings, streams);
  }

  /**
   * Scans where no baseline is yet.
   *
   * @throws Rejection if there is one
   */
  Comparison begin(Surroundings surroundings, Streams streams) {
    return compare(false, surroundings, streams);
  }

  private Comparison compare(boolean exists, Surroundings surroundings, Streams streams) {
    ScanScope scope = options.scope(paths, surroundings.folder());
    Policy policy = ScanOptions.policy(scope);
    BaselineLocation location =
        BaselineLocation.orStandard(named, scope, policy, surroundings.folder());
    if (!exists && location.exists()) {
      throw new Rejection(
          Diagnostic.inFile(
              location.name(),
              "there is a baseline already",
              "bring it up to date by `ssot baseline update`, or delete it first"));
    }
    Baseline baseline = exists ? location.read() : Baseline.none();
    ScanRequest request =
        options
            .request(scope, policy, new Grounds(surroundings.today(), baseline), surroundings)
            .with(classes.selection(surroundings.folder()));
    ScanResult result =
        options.scanning(surroundings, streams, listener -> Scan.run(request, listener));
    Map<Integer, BaselineEntry> entries = new HashMap<>();
    baseline.lines().forEach(line -> entries.put(line.number(), line.entry()));
    return new Comparison(location, entries, result, policy.accepted().baseline().isPresent());
  }

  /** Whether the console form is to be coloured. */
  boolean coloured(Surroundings surroundings) {
    return options.coloured(surroundings);
  }
}
