package dev.ssot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands on the baseline; nothing else writes it. */
@Command(
    name = "baseline",
    description = {
      "Keep the list of findings that a team lives with for now.",
      "A check never writes it. It is JSON Lines, sorted, one finding a line."
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nAs merge driver of git:%n",
    footer = {
      "  echo 'ssot-baseline.jsonl merge=ssot-baseline' >> .gitattributes",
      "  git config merge.ssot-baseline.driver 'ssot baseline merge %%O %%A %%B'"
    })
final class BaselineCommand {

  private BaselineCommand() {}

  static CommandLine create(Surroundings surroundings, Streams streams) {
    return new CommandLine(new BaselineCommand())
        .addSubcommand(new BaselineWriteCommand(surroundings, streams))
        .addSubcommand(new BaselineUpdateCommand(surroundings, streams))
        .addSubcommand(new BaselinePruneCommand(surroundings, streams))
        .addSubcommand(new BaselineDiffCommand(surroundings, streams))
        .addSubcommand(new BaselineMergeCommand(surroundings));
  }
}
