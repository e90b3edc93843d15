package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A format and the output that was named for it. */
record ReportChoice(String format, Optional<Path> output) {

  /** A format, an output, or both, as the command line has them. */
  interface Wish {
    @Nullable String format();

    @Nullable Path output();
  }

  private static final String STANDARD_FORMAT = "console";

  /** Pairs what was given on the command line. */
  static List<ReportChoice> pair(List<? extends Wish> given) {
    if (given.isEmpty()) {
      return List.of(new ReportChoice(STANDARD_FORMAT, Optional.empty()));
    }
    List<String> formats = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (Wish wish : given) {
      Optional.ofNullable(wish.format()).ifPresent(formats::add);
      Optional.ofNullable(wish.output()).ifPresent(outputs::add);
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

  private static ReportChoice adjacent(Wish wish) {
    String format = wish.format();
    if (format == null) {
      throw new Rejection(
          Diagnostic.of(
              "no --format belongs to --output " + wish.output(),
              "put it after its format: --format sarif --output " + wish.output()));
    }
    return new ReportChoice(format, Optional.ofNullable(wish.output()));
  }
}
