package dev.ssot.benchmarks.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The libraries that a run on the sample is cut down to. */
public final class Sample {

  private static final List<String> COLUMNS = List.of("codebase", "artifact");

  private Sample() {}

  /** The libraries of the sample, in the order of {@code all}. */
  public static List<Library> read(Path file, List<Library> all) {
    Set<Library> wanted = new HashSet<>();
    for (Row row : Row.read(file, COLUMNS)) {
      Library library =
          all.stream()
              .filter(one -> one.codebase().equals(row.cell(0)))
              .filter(one -> one.artifact().equals(row.cell(1)))
              .findFirst()
              .orElseThrow(
                  () ->
                      row.wrong(
                          "the codebase `%s` holds no `%s`".formatted(row.cell(0), row.cell(1))));
      wanted.add(library);
    }
    return all.stream().filter(wanted::contains).toList();
  }
}
