package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A format and the output that was named for it. */
record ReportChoice(String format, Optional<Path> output) {

  private static final String STANDARD_FORMAT = "console";

  /** Pairs what was given on the command line. */
  static List<ReportChoice> pair(List<CheckOptions.Target> given) {
    if (given.isEmpty()) {
      return List.of(new ReportChoice(STANDARD_FORMAT, Optional.empty()));
    }
    List<String> formats = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (CheckOptions.Target target : given) {
      Optional.ofNullable(target.format).ifPresent(formats::add);
      Optional.ofNullable(target.output).ifPresent(outputs::add);
    }
    if (formats.size() == outputs.size()) {
      List<ReportChoice> pairs = new ArrayList<>();
      for (int i = 0; i < formats.size(); i++) {
        pairs.add(new ReportChoice(formats.get(i), Optional.of(outputs.get(i))));
      }
      return pairs;
    }
    return given.stream().map(ReportChoice::adjacent).toList();
  }

  private static ReportChoice adjacent(CheckOptions.Target target) {
    if (target.format == null) {
      throw new Rejection(
          Diagnostic.of(
              "no --format belongs to --output " + target.output,
              "put it after its format: --format sarif --output " + target.output));
    }
    return new ReportChoice(target.format, Optional.ofNullable(target.output));
  }
}
