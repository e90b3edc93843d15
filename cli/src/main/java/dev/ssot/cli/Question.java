package dev.ssot.cli;

import dev.ssot.reports.AnswerReport;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments and the run of a command that answers a question about a codebase. */
final class Question {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "Report as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String format = "console";

  @Mixin private final ScanOptions options = new ScanOptions();

  /** Where to ask and where to answer. */
  record Desk(List<Path> paths, Surroundings surroundings, Streams streams) {

    Desk {
      paths = List.copyOf(paths);
    }
  }

  /**
   * Asks, reports, and gives the exit status.
   *
   * @param problems what the answer says was not read or not understood
   */
  <A> int answer(
      Desk desk,
      BiFunction<ScanRequest, ScanListener, A> ask,
      AnswerReport<A> report,
      Function<A, List<Problem>> problems) {
    String form = Choice.of("format", format, AnswerReport.formats());
    boolean coloured = options.coloured(desk.surroundings());
    ScanRequest request = options.request(desk.paths(), desk.surroundings());
    A found =
        options.scanning(
            desk.surroundings(), desk.streams(), listener -> ask.apply(request, listener));
    try {
      report.write(found, form, coloured, desk.streams().out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Incompleteness(problems.apply(found)).exitStatus(desk.streams());
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return AnswerReport.formats().iterator();
    }
  }
}
