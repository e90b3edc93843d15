package dev.ssot.cli;

import dev.ssot.cli.message.Amounts;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.policy.PolicyDraft;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.CandidateRole;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.ProposedRole;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.scan.FirstPolicy;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a codebase and writes the policy that it suggests. */
@Command(
    name = "init",
    description = {
      "Read the code and write a first policy, ssot.yaml, that says why each line is there.",
      "On a terminal each role is asked about; elsewhere those that are sure are taken."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ssot init", "  ssot init --yes && ssot check"})
final class InitCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "What to read, and where to write the policy; the folder here.")
  private Path folder = Path.of("");

  @Option(names = "--force", description = "Replace the policy that is there.")
  private boolean force;

  @Option(
      names = "--yes",
      description = "Ask nothing, even on a terminal, and take the roles that are sure.")
  private boolean yes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Files read at once (default: one a processor); the result is the same.")
  private @Nullable Integer threads;

  @Option(
      names = "--progress",
      negatable = true,
      description = "Show progress on standard error (default: on a terminal).")
  private @Nullable Boolean progress;

  InitCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    int atOnce = Threads.of(threads);
    Path base = base();
    Path file = base.resolve(PolicyLocation.NAME);
    if (!force) {
      refuseToReplace(base, file);
    }
    Grounds grounds = new Grounds(surroundings.today(), Baseline.none());
    ScanRequest request =
        new ScanRequest(base, List.of(base), Policy.none(), Set.of(), grounds, atOnce);
    FirstPolicy code;
    try (ProgressLine line = ProgressLine.of(progress, surroundings, streams)) {
      code = FirstPolicy.read(request, line);
    }
    PolicyDraft draft = scored(draft(code, base), code);
    byte[] text = draft.text().getBytes(StandardCharsets.UTF_8);
    ReportFile.write(file, out -> out.write(text));
    tell(draft);
    return new Incompleteness(code.problems()).exitStatus(streams);
  }

  private Path base() {
    Path base = ScanScope.withoutPolicy(List.of(folder), surroundings.folder()).paths().get(0);
    if (!Files.isDirectory(base)) {
      throw new Rejection(
          Diagnostic.of(
              "`%s` is no folder".formatted(folder),
              "name the folder that holds the code; the policy is written into it"));
    }
    return base;
  }

  private void refuseToReplace(Path base, Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Rejection(
          Diagnostic.inFile(
              file.toString(),
              "there is a policy already",
              "change it by hand (`ssot roles` shows what it lacks), or replace it with --force"));
    }
    Optional<Path> above = PolicyLocation.above(List.of(base));
    if (above.isPresent()) {
      throw new Rejection(
          Diagnostic.inFile(
              above.get().toString(),
              "this policy holds for `%s` already".formatted(base),
              "add to it, or write one for this folder alone with --force"));
    }
  }

  private PolicyDraft draft(FirstPolicy code, Path base) {
    RoleChoice choice = RoleChoice.by(surroundings, streams, yes);
    List<ProposedRole> roles = choice.roles(code);
    List<CandidateRole> undecided = code.candidates().stream().filter(choice::isUndecided).toList();
    String read =
        "%s with %s"
            .formatted(Amounts.of(code.files().read(), "file"), Amounts.of(code.types(), "type"));
    return new PolicyDraft(read, Build.of(base), code.layout(), roles, undecided, new Tally(0, 0));
  }

  /** The draft with the score of the very policy that will be written. */
  private static PolicyDraft scored(PolicyDraft draft, FirstPolicy code) {
    Policy policy = ScanOptions.policyReader().read(draft.text(), PolicyLocation.NAME);
    return draft.with(code.compliance(policy).total());
  }

  private void tell(PolicyDraft draft) {
    int roles = draft.roles().size();
    String found =
        roles == 0
            ? "no two types surely do one job, so it declares no role"
            : "%s, score today %s".formatted(Amounts.of(roles, "role"), draft.score().text());
    streams
        .out()
        .print("%s: written from %s: %s\n".formatted(PolicyLocation.NAME, draft.read(), found));
    for (ProposedRole role : draft.roles()) {
      streams
          .out()
          .print(
              "  %s: `%s`, %s of it\n"
                  .formatted(
                      role.id(), role.canonical(), Amounts.of(role.rivals().size(), "rival")));
    }
    if (!draft.undecided().isEmpty()) {
      streams
          .out()
          .print(
              "  undecided: %s, named in its comments\n"
                  .formatted(Amounts.of(draft.undecided().size(), "candidate")));
    }
    streams
        .out()
        .print(
            "  help: read it, then run `ssot check`; `ssot baseline write` accepts what is there"
                + " today\n");
  }
}
