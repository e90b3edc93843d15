package dev.ssot.cli;

import dev.ssot.reports.ProofReport;
import dev.ssot.rules.model.Proof;
import dev.ssot.rules.scan.ProofScan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows that a policy catches what it claims to catch. */
@Command(
    name = "prove",
    description = {
      "Plant, in memory, one instance of each finding that the policy claims to catch.",
      "Each has to fail a check, otherwise the exit status is 1. No file is changed."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ssot prove", "  ssot prove src/main/java --format json"})
final class ProveCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to plant beside; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private final Question question = new Question();

  ProveCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    AtomicBoolean holds = new AtomicBoolean();
    int status =
        question.answer(
            new Question.Desk(paths, surroundings, streams),
            (request, listener) -> {
              Proof proof = ProofScan.run(request, listener);
              holds.set(proof.holds());
              return proof;
            },
            new ProofReport(),
            Proof::problems);
    return status == ExitStatus.FINE && !holds.get() ? ExitStatus.DIFFERENT : status;
  }
}
