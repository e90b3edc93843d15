package dev.ssot.cli;

import dev.ssot.reports.AnswerReport;
import dev.ssot.reports.SettingsReport;
import dev.ssot.rules.model.PolicySettings;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.scan.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a policy comes to. */
@Command(
    name = "show",
    description = {
      "Show every setting in force and where it comes from:",
      "a line of the policy, of a policy that it extends, or a default."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ssot policy show", "  ssot policy show modules/chat --format json"})
final class PolicyShowCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final PolicyChoice choice = new PolicyChoice();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Question.Formats.class,
      description = "Report as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "console";

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      completionCandidates = ScanOptions.Colours.class,
      description = "Colour the console report: ${COMPLETION-CANDIDATES} (default: auto).")
  private String color = "auto";

  PolicyShowCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    String form = Choice.of("format", format, AnswerReport.formats());
    Colour colour = Colour.of(Choice.of("value of --color", color, Colour.words()));
    ScanScope scope = choice.scope(surroundings);
    Path file = scope.policy().orElseThrow();
    Map<String, Severity> severities = new TreeMap<>();
    for (RuleDescription rule : Scan.rules()) {
      severities.put(rule.id(), rule.severity());
    }
    PolicySettings settings =
        ScanOptions.policyReader().settings(file, scope.name(file), severities);
    try {
      boolean coloured = colour.on(surroundings, surroundings.terminals().out());
      new SettingsReport().write(settings, form, coloured, streams.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitStatus.FINE;
  }
}
