package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import dev.ssot.reports.SavedResult;
import dev.ssot.reports.UnreadableResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Renders the result of an earlier scan: what the scan itself would have written, to the byte. */
@Command(
    name = "report",
    description = {
      "Render the JSON report of an earlier check in other formats.",
      "The reports and the exit status are those of that check; no code is read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ssot report --from result.json",
      "  ssot report --from result.json --format junit --output junit.xml",
      "  ssot check --format json | ssot report --from - --format github"
    })
final class ReportCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;
  private final Streams streams;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      required = true,
      description = "What `ssot check --format json` wrote; `-` is standard input.")
  private String from = "";

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<CheckOptions.Target> targets = new ArrayList<>();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      completionCandidates = ScanOptions.Colours.class,
      description = "Colour the console report: ${COMPLETION-CANDIDATES} (default: auto).")
  private String color = "auto";

  ReportCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Colour colour = Colour.of(Choice.of("value of --color", color, Colour.words()));
    boolean coloured = colour.on(surroundings, surroundings.terminals().out());
    ReportTargets reports = ReportTargets.of(targets, surroundings.folder());
    SavedResult saved = saved();
    reports.write(
        saved.result(),
        reporter -> true,
        new ReportOptions(saved.toolVersion(), "", coloured),
        streams);
    return saved.result().outcome().exitStatus();
  }

  private SavedResult saved() {
    boolean piped = from.equals(STANDARD_INPUT);
    String subject = piped ? "standard input" : from;
    try {
      return SavedResult.read(
          piped
              ? surroundings.in().readAllBytes()
              : Files.readAllBytes(surroundings.folder().resolve(Path.of(from))));
    } catch (UnreadableResult e) {
      throw new Rejection(
          Diagnostic.of(
              "%s is no JSON report that this version can render: %s"
                  .formatted(subject, e.getMessage()),
              e.remedy()));
    } catch (InvalidPathException e) {
      throw new Rejection(
          Diagnostic.of("the file name `%s` is not valid".formatted(from), "name a file"));
    } catch (NoSuchFileException e) {
      throw new Rejection(
          Diagnostic.of(
              "there is no file `%s`".formatted(from),
              "name a file that `ssot check --format json --output FILE` wrote"));
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "%s cannot be read: %s".formatted(subject, e), "name a file that can be read"));
    }
  }
}
