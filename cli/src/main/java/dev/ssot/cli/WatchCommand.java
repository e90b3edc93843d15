package dev.ssot.cli;

import dev.ssot.reports.LookReport;
import dev.ssot.reports.ReportOptions;
import dev.ssot.reports.Reporters;
import dev.ssot.rules.model.Look;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks code, and again whenever it changes, until somebody ends it. */
@Command(
    name = "watch",
    description = "Check Java code, and show what changes with each save, until Ctrl-C.",
    footerHeading = "%nExamples:%n",
    footer = {"  ssot watch", "  ssot watch src/main/java --format json"})
final class WatchCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;
  private final Failures failures;

  @Mixin private final JudgingOptions options = new JudgingOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description =
          "Show looks as ${COMPLETION-CANDIDATES} (default: console); json is a line each.")
  private String format = "console";

  @Option(
      names = "--poll",
      description = "Look each second, for file systems that do not tell of changes.")
  private boolean polls;

  WatchCommand(Surroundings surroundings, Streams streams, Failures failures) {
    this.surroundings = surroundings;
    this.streams = streams;
    this.failures = failures;
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return LookReport.formats().iterator();
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    try (ChangeSource changes = new FolderChanges(polls, streams::remark)) {
      return run(changes);
    }
  }

  /** Watches as long as changes are to come. */
  int run(ChangeSource changes) throws InterruptedException {
    String chosen = Choice.of("format", format, LookReport.formats());
    options.scan.stay();
    boolean coloured = options.scan.coloured(surroundings);
    new Watch(new Code(), new Screen(chosen.equals("json"), coloured)).run(changes);
    return ExitStatus.FINE;
  }

  /** The code that the arguments name; a policy may come and go. */
  private final class Code implements Watch.Scanner {

    private final Set<Path> besides = new TreeSet<>();

    @Override
    public ScanResult scan(Optional<Set<Path>> changed) {
      options.scan.changed(changed);
      Judging judging = Judging.of(options, surroundings);
      besides.clear();
      besides.addAll(judging.folders());
      return judging.scan(judging.request(Overlay.none()), streams);
    }

    @Override
    public Set<Path> folders() {
      Set<Path> all = new TreeSet<>(besides);
      all.addAll(options.scan.folders());
      return all;
    }
  }

  /** Writes a part of the output. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private final class Screen implements Watch.Display {

    private final boolean json;
    private final boolean coloured;

    Screen(boolean json, boolean coloured) {
      this.json = json;
      this.coloured = coloured;
    }

    @Override
    public void first(ScanResult result, Look look) {
      if (json) {
        next(look);
        return;
      }
      written(
          () ->
              Reporters.named("console")
                  .orElseThrow()
                  .write(
                      result, new ReportOptions(Version.number(), "", coloured), streams.bytes()));
      streams.remark("watching; Ctrl-C ends it");
    }

    @Override
    public void next(Look look) {
      written(
          () -> {
            if (json) {
              LookReport.writeJson(look, streams.out());
            } else {
              LookReport.writeText(look, coloured, streams.out());
            }
          });
    }

    /** Writes and lets nothing lie in a buffer. */
    private void written(Writing writing) {
      try {
        writing.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      streams
          .drain()
          .ifPresent(
              lost -> {
                throw new UncheckedIOException(lost);
              });
    }

    @Override
    public void trouble(RuntimeException why) {
      failures.report(why);
    }

    @Override
    public boolean isUnseen() {
      return streams.isUnread();
    }
  }
}
