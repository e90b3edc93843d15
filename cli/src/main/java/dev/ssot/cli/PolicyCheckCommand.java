package dev.ssot.cli;

import dev.ssot.cli.message.Amounts;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Policy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Validates a policy without a scan. */
@Command(
    name = "check",
    description = {
      "Validate a policy, all that it extends, and its baseline, without reading code.",
      "Whether its types exist is for `ssot check` to say."
    },
    footerHeading = "%nExample:%n",
    footer = "  ssot policy check --policy quality/ssot.yaml")
final class PolicyCheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final PolicyChoice choice = new PolicyChoice();

  PolicyCheckCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    ScanScope scope = choice.scope(surroundings);
    Policy policy = ScanOptions.policy(scope);
    Baseline baseline = BaselineLocation.read(null, scope, policy, surroundings.folder());
    streams
        .out()
        .print(
            "%s: valid: %s, %s, %s, %s\n"
                .formatted(
                    policy.path(),
                    Amounts.of(policy.roles().size(), "role"),
                    Amounts.of(policy.allForbidden().size(), "forbidden path"),
                    Amounts.of(policy.accepted().suppressions().size(), "suppression"),
                    baseline.exists()
                        ? "a baseline of %s known findings".formatted(baseline.lines().size())
                        : "no baseline"));
    return ExitStatus.FINE;
  }
}
