package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments that narrow a report to what a change introduced. */
final class ChangeOptions {

  @Option(
      names = "--since",
      paramLabel = "REF",
      description =
          "Report what was introduced since REF: compare with the merge base of REF and HEAD, read"
              + " from git; uncommitted and untracked files count as introduced.")
  @Nullable String since;

  @Option(
      names = "--staged",
      description =
          "Check what would be committed: read the index in place of the working tree, and compare"
              + " with HEAD, or with --since.")
  boolean staged;

  @Option(
      names = "--fail-on-permissions",
      description =
          "Fail as well if the change adds or widens a permission: baseline, suppressions,"
              + " excludes, severities, gates.")
  boolean strict;

  /**
   * Whether a comparison is asked for.
   *
   * @throws Rejection if only its details are
   */
  boolean asked() {
    boolean asked = staged || since != null;
    if (strict && !asked) {
      throw new Rejection(
          Diagnostic.of(
              "--fail-on-permissions needs something to compare with", "add --since or --staged"));
    }
    return asked;
  }
}
