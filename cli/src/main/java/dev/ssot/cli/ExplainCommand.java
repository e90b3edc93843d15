package dev.ssot.cli;

import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.scan.Scan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the page of a rule. */
@Command(
    name = "explain",
    description = "Show what a rule finds, why it matters and how to mend it.",
    footerHeading = "%nExample:%n",
    footer = "  ssot explain duplicate-implementation")
final class ExplainCommand implements Runnable {

  private final Streams streams;

  @Parameters(
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      description = "Id of the rule, as `ssot rules` lists it.")
  private String rule = "";

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    String id = Choice.of("rule", rule, RuleNames.all());
    String page =
        Scan.rules().stream()
            .filter(description -> description.id().equals(id))
            .map(RuleDescription::page)
            .findFirst()
            .orElseThrow();
    streams.out().print(page.endsWith("\n") ? page : page + "\n");
  }
}
