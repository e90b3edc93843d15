package dev.ssot.maven;

import dev.ssot.reports.FailureReport;
import dev.ssot.reports.SavedResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A goal that scans and reports: to the log as text, and as JSON to a file from which {@code ssot
 * report} makes every other format.
 */
abstract class ScanMojo extends ReactorMojo {

  /**
   * Further reports, each a FORMAT or FORMAT=FILE, where FILE is relative to the folder of the
   * root; otherwise it is {@code target/ssot/ssot.FORMAT} there.
   */
  @Parameter(property = "ssot.formats")
  private List<String> formats = List.of();

  /** Fails on open findings of this severity or a worse one; wins over the policy. */
  @Parameter(property = "ssot.failOn")
  private @Nullable String failOn;

  /** Reports only what was introduced since this revision of git. */
  @Parameter(property = "ssot.since")
  private @Nullable String since;

  /** Formats of which there is a report where none is asked for. */
  abstract List<String> standardFormats();

  /** Ends a scan that has found violations. */
  abstract void violated(String outcome) throws MojoFailureException;

  @Override
  final List<String> settings() {
    return List.of(
        "formats=" + formats(),
        "failOn=" + Optional.ofNullable(failOn).orElse(""),
        "since=" + Optional.ofNullable(since).orElse(""));
  }

  private List<String> formats() {
    return formats.isEmpty() ? standardFormats() : formats;
  }

  @Override
  final void execute(Reactor reactor) throws MojoExecutionException, MojoFailureException {
    Path folder = reactor.output().resolve("ssot");
    Path json = folder.resolve("ssot.json");
    forget(json);
    Run run = Run.of(reactor.root(), arguments(reactor, folder, json));
    showRemarks(run);
    if (run.status() == Run.REJECTED || !Files.exists(json)) {
      throw rejection(run, reactor);
    }
    show(run);
    getLog().info("ssot wrote its result to " + json);
    if (run.status() == Run.VIOLATIONS) {
      violated(run.outcome());
    } else if (run.status() != Run.CLEAN) {
      throw new MojoExecutionException(gaps(json, run));
    }
  }

  private List<String> arguments(Reactor reactor, Path folder, Path json) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of("--color", "never", "--format", "console", "--output", "-"));
    arguments.addAll(List.of("--format", "json", "--output", json.toString()));
    for (String wanted : formats()) {
      String[] parts = wanted.strip().split("=", 2);
      boolean standard = parts.length == 1;
      if (!standard || !List.of("console", "json").contains(parts[0])) {
        Path file = standard ? folder.resolve("ssot." + parts[0]) : Path.of(parts[1]);
        arguments.addAll(List.of("--format", parts[0], "--output", file.toString()));
      }
    }
    arguments.addAll(measure(reactor));
    Optional.ofNullable(failOn).ifPresent(one -> arguments.addAll(List.of("--fail-on", one)));
    Optional.ofNullable(since).ifPresent(one -> arguments.addAll(List.of("--since", one)));
    arguments.addAll(reactor.arguments());
    return arguments;
  }

  /** What is there of an earlier scan must not be taken for the result of this one. */
  private static void forget(Path json) throws MojoExecutionException {
    try {
      Files.deleteIfExists(json);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "`%s` of an earlier scan cannot be deleted: %s\n  help: delete it".formatted(json, e), e);
    }
  }

  private void show(Run run) {
    boolean good = run.outcome().startsWith("clean");
    Consumer<String> level = good ? getLog()::info : getLog()::warn;
    run.out().lines().forEach(run.status() == Run.CLEAN ? level : getLog()::error);
  }

  private static String gaps(Path json, Run run) throws MojoExecutionException {
    try {
      return FailureReport.ofGaps(SavedResult.read(Files.readAllBytes(json)).result()) + run.err();
    } catch (IOException e) {
      throw new MojoExecutionException("`%s` cannot be read: %s".formatted(json, e), e);
    }
  }
}
