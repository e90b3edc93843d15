package dev.ssot.junit;

import dev.ssot.cli.EmbeddedCheck;
import dev.ssot.cli.Surroundings;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.FailureReport;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.ScanRefusal;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * The policy of a project as a test in its own suite.
 *
 * <p>What is not said is as in {@code ssot check} in the folder of the project: its {@code
 * ssot.yaml}, all Java files below it, the class files beside them, the baseline of the policy.
 * Each of the methods that say something gives a new value; paths are relative to the project.
 *
 * <pre>{@code
 * @Test
 * void followsItsPolicy() {
 *   SsotRules.check(Path.of(""));
 * }
 * }</pre>
 */
public final class SsotRules {

  private final Path project;
  private final EmbeddedCheck.Input input;
  private final EmbeddedCheck.Measure measure;

  private SsotRules(Path project, EmbeddedCheck.Input input, EmbeddedCheck.Measure measure) {
    this.project = project;
    this.input = input;
    this.measure = measure;
  }

  /**
   * The rules of a project.
   *
   * @param project its folder; a relative path is relative to the working directory, which is the
   *     folder of the module in Maven and Gradle
   */
  public static SsotRules of(Path project) {
    return new SsotRules(
        project.toAbsolutePath().normalize(),
        new EmbeddedCheck.Input(List.of(), List.of(), List.of(), List.of()),
        new EmbeddedCheck.Measure(Optional.empty(), Optional.empty(), List.of(), ""));
  }

  /**
   * Checks a project.
   *
   * @throws AssertionError as {@link #check()}
   */
  public static void check(Path project) {
    of(project).check();
  }

  /** By another policy than the one in the project's folder. */
  public SsotRules policy(Path file) {
    return with(
        new EmbeddedCheck.Measure(
            Optional.of(file), measure.baseline(), measure.rules(), measure.failOn()));
  }

  /** With another baseline than the policy's. */
  public SsotRules baseline(Path file) {
    return with(
        new EmbeddedCheck.Measure(
            measure.policy(), Optional.of(file), measure.rules(), measure.failOn()));
  }

  /** By these rules only, named by their ids. */
  public SsotRules rules(String... ids) {
    return with(
        new EmbeddedCheck.Measure(
            measure.policy(), measure.baseline(), List.of(ids), measure.failOn()));
  }

  /**
   * Failing on findings of this severity or a worse one, whatever the policy says.
   *
   * @param severity {@code error}, {@code warning} or {@code note}
   */
  public SsotRules failOn(String severity) {
    return with(
        new EmbeddedCheck.Measure(measure.policy(), measure.baseline(), measure.rules(), severity));
  }

  /** Reading these files and folders, and not all of the project. */
  public SsotRules sources(Path... paths) {
    return with(
        new EmbeddedCheck.Input(
            joined(input.paths(), paths), input.tests(), input.generated(), input.classes()));
  }

  /** With these folders for test code, besides those whose name says so. */
  public SsotRules testSources(Path... folders) {
    return with(
        new EmbeddedCheck.Input(
            input.paths(), joined(input.tests(), folders), input.generated(), input.classes()));
  }

  /** With these folders for generated code, besides those whose name says so. */
  public SsotRules generatedSources(Path... folders) {
    return with(
        new EmbeddedCheck.Input(
            input.paths(), input.tests(), joined(input.generated(), folders), input.classes()));
  }

  /** With these folders and jars of class files, and not those beside the sources. */
  public SsotRules classes(Path... folders) {
    return with(
        new EmbeddedCheck.Input(
            input.paths(), input.tests(), input.generated(), joined(input.classes(), folders)));
  }

  /**
   * Checks.
   *
   * @throws AssertionError if something open fails the policy, with its evidence; if something
   *     could not be read or understood; if no rule had anything to look at, or one that was asked
   *     for was not run; if the policy is wrong
   */
  public void check() {
    ScanResult result = result();
    if (result.outcome() != Outcome.CLEAN || saysNothing(result)) {
      throw failure(FailureReport.of(result), null);
    }
    List<String> notRun =
        result.coverage().rules().stream()
            .filter(rule -> areNamed() && !rule.ran())
            .map(RuleTests::notRun)
            .toList();
    if (!notRun.isEmpty()) {
      throw failure(String.join("; ", notRun), null);
    }
  }

  /**
   * The same as tests of their own: one for the scan as a whole and the score, and one for each
   * rule. A rule that was not run is skipped with the reason, and fails if it was asked for.
   *
   * <p>Scans now, so that a scan that cannot be made fails the method that asks.
   *
   * @throws AssertionError if nothing can be judged
   */
  public Stream<DynamicTest> tests() {
    ScanResult result = result();
    if (saysNothing(result)) {
      throw failure(FailureReport.of(result), null);
    }
    return new RuleTests(result, project, areNamed()).all();
  }

  /** A rule that was asked for may find nothing to look at, such as no shims. */
  private boolean saysNothing(ScanResult result) {
    return !areNamed() && result.coverage().judgedNothing();
  }

  private boolean areNamed() {
    return !measure.rules().isEmpty();
  }

  private ScanResult result() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    try {
      return EmbeddedCheck.run(input, measure, Surroundings.inside(project, nowhere, nowhere));
    } catch (Rejection | ScanRefusal e) {
      throw failure(String.valueOf(e.getMessage()), e);
    }
  }

  private AssertionError failure(String report, @Nullable Exception cause) {
    return new AssertionError("ssot check of %s: %s".formatted(project, report), cause);
  }

  private SsotRules with(EmbeddedCheck.Input other) {
    return new SsotRules(project, other, measure);
  }

  private SsotRules with(EmbeddedCheck.Measure other) {
    return new SsotRules(project, input, other);
  }

  private static List<Path> joined(List<Path> some, Path... others) {
    List<Path> all = new ArrayList<>(some);
    all.addAll(List.of(others));
    return all;
  }
}
