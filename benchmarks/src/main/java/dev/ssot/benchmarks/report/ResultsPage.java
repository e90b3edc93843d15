package dev.ssot.benchmarks.report;

import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.Library;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** All tables of a run as one page. */
public final class ResultsPage {

  private static final int DIGITS = 12;

  private ResultsPage() {}

  /** The page, with a number that changes when the data do. */
  public static String markdown(Results results, List<Library> libraries, List<Label> labels) {
    return """
        # Accuracy: all results

        Written by `benchmarks/measure-accuracy --write`; how each number is measured stands in
        [benchmarks/README.md](../README.md). Version of the data: `%s` (%s labels, %s libraries).

        %s"""
        .formatted(
            version(libraries, labels),
            labels.size(),
            libraries.size(),
            results.tables().stream().map(Table::markdown).collect(Collectors.joining("\n")));
  }

  static String version(List<Library> libraries, List<Label> labels) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(libraries.toString().getBytes(StandardCharsets.UTF_8));
      digest.update(labels.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
