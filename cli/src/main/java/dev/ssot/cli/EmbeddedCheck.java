package dev.ssot.cli;

import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.ScanRefusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A check for another program, which gets the result itself in place of reports and exit status.
 *
 * <p>It is what {@code ssot check} does with the same arguments, and needs no parser of arguments.
 */
public final class EmbeddedCheck {

  /**
   * What is read; relative paths are relative to the folder of the surroundings.
   *
   * @param paths files and folders; none for the folder itself
   * @param tests folders of test code, besides those whose name says so
   * @param generated folders of generated code, besides those whose name says so
   * @param classes folders and jars of class files; none for those beside the sources
   */
  public record Input(
      List<Path> paths, List<Path> tests, List<Path> generated, List<Path> classes) {

    public Input {
      paths = List.copyOf(paths);
      tests = List.copyOf(tests);
      generated = List.copyOf(generated);
      classes = List.copyOf(classes);
    }
  }

  /**
   * What it is held against.
   *
   * @param policy otherwise that in the folder of the paths or above it
   * @param baseline otherwise that of the policy
   * @param rules ids; none for all
   * @param failOn a severity, or the empty string for that of the policy
   */
  public record Measure(
      Optional<Path> policy, Optional<Path> baseline, List<String> rules, String failOn) {

    public Measure {
      rules = List.copyOf(rules);
    }
  }

  private EmbeddedCheck() {}

  /**
   * Scans.
   *
   * @throws Rejection if an argument or the policy is wrong
   * @throws ScanRefusal if there is nothing to scan, or no honest answer
   */
  public static ScanResult run(Input input, Measure measure, Surroundings surroundings) {
    JudgingOptions options = new JudgingOptions();
    options.paths.addAll(input.paths());
    options.scan.sources.tests.addAll(input.tests());
    options.scan.sources.generated.addAll(input.generated());
    options.classes.classes.addAll(input.classes());
    options.scan.policy = measure.policy().orElse(null);
    options.baseline = measure.baseline().orElse(null);
    options.rules.addAll(measure.rules());
    options.failOn = measure.failOn();
    Judging judging = Judging.of(options, surroundings);
    return judging.scan(judging.request(Overlay.none()), new Streams(surroundings));
  }
}
