package dev.ssot.cli;

import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.scan.Scan;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Lists the rules. */
@Command(
    name = "rules",
    description = "List the rules with severity and summary, and which of them `ssot fix` can fix.",
    footerHeading = "%nExample:%n",
    footer = "  ssot rules | grep error")
final class RulesCommand implements Runnable {

  private final Streams streams;

  RulesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    List<RuleDescription> rules = Scan.rules();
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(1);
    List<String> fixable = Scan.fixable();
    String line = "%-" + width + "s  %-7s  %-7s  %s\n";
    for (RuleDescription rule : rules) {
      streams
          .out()
          .format(
              Locale.ROOT,
              line,
              rule.id(),
              rule.severity().label(),
              fixable.contains(rule.id()) ? "fixable" : "",
              rule.summary());
    }
  }
}
