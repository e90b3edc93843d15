package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where one report goes.
 *
 * @param form how it is made
 * @param file without one it goes to standard output
 */
record Destination<F>(F form, Optional<Path> file) {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  /**
   * Pairs formats and outputs.
   *
   * @param given in the order of the command line
   * @param folder what relative outputs are relative to
   * @param formats the names of all formats
   * @param named the form of a name among them
   * @throws Rejection if they cannot be paired or a target cannot take a report
   */
  static <F> List<Destination<F>> of(
      List<? extends ReportChoice.Wish> given,
      Path folder,
      List<String> formats,
      Function<String, F> named) {
    List<Destination<F>> all = new ArrayList<>();
    for (ReportChoice choice : ReportChoice.pair(given)) {
      String format = Choice.of("format", choice.format(), formats);
      Optional<Path> file =
          choice
              .output()
              .filter(output -> !output.equals(STANDARD_OUTPUT))
              .map(output -> ReportFile.check(output, folder));
      all.add(new Destination<>(named.apply(format), file));
    }
    refuseShared(all);
    return all;
  }

  private static <F> void refuseShared(List<Destination<F>> all) {
    Set<Optional<Path>> seen = new HashSet<>();
    for (Destination<F> one : all) {
      if (!seen.add(one.file())) {
        String where = one.file().map(Path::toString).orElse("standard output");
        throw new Rejection(
            Diagnostic.of(
                "two reports go to " + where,
                "give each --format an --output of its own; one may do without"));
      }
    }
  }

  /** The options for what goes here: a file has no colours. */
  ReportOptions fitting(ReportOptions options) {
    return file.isPresent() ? ReportOptions.plain(options.toolVersion()) : options;
  }

  /** Writes a report. */
  void write(Streams streams, ReportFile.Content content) {
    if (file.isPresent()) {
      ReportFile.write(file.get(), content);
      return;
    }
    try {
      content.writeTo(streams.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
