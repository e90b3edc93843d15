package dev.ssot.cli;

import dev.ssot.reports.InventoryReport;
import dev.ssot.rules.model.Inventory;
import dev.ssot.rules.scan.RoleSurvey;
import dev.ssot.rules.scan.ScanRequest;
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

/** Lists the roles of a codebase. */
@Command(
    name = "roles",
    description = "List the roles, declared and discovered, with all types near them.",
    footerHeading = "%nExamples:%n",
    footer = {"  ssot roles", "  ssot roles src/main/java --format json"})
final class RolesCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan; the folder here where none is named.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "Report as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "console";

  @Mixin private final ScanOptions options = new ScanOptions();

  RolesCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    String form = Choice.of("format", format, InventoryReport.formats());
    int threads = Threads.of(options.threads);
    Colour colour = options.colour();
    ScanScope scope = options.scope(paths, surroundings.folder());
    ScanRequest request =
        new ScanRequest(scope.base(), scope.paths(), ScanOptions.policy(scope), Set.of(), threads);
    Inventory found;
    try (ProgressLine progress = ProgressLine.of(options.progress, surroundings, streams)) {
      found = RoleSurvey.run(request, progress);
    }
    write(found, form, colour.on(surroundings, surroundings.terminals().out()));
    return new Incompleteness(found.problems()).exitStatus(streams);
  }

  private void write(Inventory found, String form, boolean coloured) {
    try {
      InventoryReport.write(found, form, coloured, streams.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return InventoryReport.formats().iterator();
    }
  }
}
