package dev.ssot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands on the policy that read no code. */
@Command(
    name = "policy",
    description = "Validate a policy, or show what it comes to and why.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {"  ssot policy check", "  ssot policy show modules/chat"})
final class PolicyCommand {

  private PolicyCommand() {}

  static CommandLine create(Surroundings surroundings, Streams streams) {
    return new CommandLine(new PolicyCommand())
        .addSubcommand(new PolicyCheckCommand(surroundings, streams))
        .addSubcommand(new PolicyShowCommand(surroundings, streams));
  }
}
