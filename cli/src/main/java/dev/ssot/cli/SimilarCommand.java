package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.NeighbourhoodReport;
import dev.ssot.rules.model.Neighbourhood;
import dev.ssot.rules.scan.Similarity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ranks the types that are most like a given one. */
@Command(
    name = "similar",
    description = "Rank the types whose job is most like that of a given type.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ssot similar com.acme.chat.routing.MessageRouter",
      "  ssot similar StringUtils src/main/java --limit 5 --format json"
    })
final class SimilarCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      description = "Qualified name of the type, or its simple name where only one type has it.")
  private String type = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "Files and folders to scan; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many types to show at most (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Mixin private final Question question = new Question();

  SimilarCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Rejection(
          Diagnostic.of("--limit %s is too small".formatted(limit), "ask for 1 type at least"));
    }
    return question.answer(
        new Question.Desk(paths, surroundings, streams),
        (request, listener) -> Similarity.run(request, type, limit, listener),
        new NeighbourhoodReport(),
        Neighbourhood::problems);
  }
}
