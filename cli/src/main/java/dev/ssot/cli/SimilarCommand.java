package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.NeighbourhoodReport;
import dev.ssot.rules.model.Neighbourhood;
import dev.ssot.rules.scan.ScanRequest;
import dev.ssot.rules.scan.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "Report as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "console";

  @Mixin private final ScanOptions options = new ScanOptions();

  SimilarCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    String form = Choice.of("format", format, NeighbourhoodReport.formats());
    int threads = Threads.of(options.threads);
    Colour colour = options.colour();
    if (limit < 1) {
      throw new Rejection(
          Diagnostic.of("--limit %s is too small".formatted(limit), "ask for 1 type at least"));
    }
    ScanScope scope = options.scope(paths, surroundings.folder());
    ScanRequest request =
        new ScanRequest(scope.base(), scope.paths(), ScanOptions.policy(scope), Set.of(), threads);
    Neighbourhood found;
    try (ProgressLine progress = ProgressLine.of(options.progress, surroundings, streams)) {
      found = Similarity.run(request, type, limit, progress);
    }
    write(found, form, colour.on(surroundings, surroundings.terminals().out()));
    return new Incompleteness(found.problems()).exitStatus(streams);
  }

  private void write(Neighbourhood found, String form, boolean coloured) {
    try {
      NeighbourhoodReport.write(found, form, coloured, streams.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return NeighbourhoodReport.formats().iterator();
    }
  }
}
