package dev.ssot.benchmarks.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which libraries make which codebase, and of which part each is. */
public final class Libraries {

  /** The parts: thresholds may be tuned on the first and never on the second. */
  public static final List<String> PARTS = List.of("development", "scored");

  private static final List<String> COLUMNS = List.of("codebase", "part", "group:artifact:version");

  private final Map<String, String> partOfCodebase = new HashMap<>();
  private final Map<String, String> partOfLibrary = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private final List<Library> all = new ArrayList<>();

  private Libraries() {}

  /** The libraries of a file, in its order. */
  public static List<Library> read(Path file) {
    Libraries libraries = new Libraries();
    Row.read(file, COLUMNS).forEach(libraries::add);
    return List.copyOf(libraries.all);
  }

  private void add(Row row) {
    String[] coordinates = row.cell(2).split(":", -1);
    if (coordinates.length != 3) {
      throw row.wrong("`%s` is not <group>:<artifact>:<version>".formatted(row.cell(2)));
    }
    Library library =
        new Library(
            row.codebase(0),
            row.oneOf(1, "part", PARTS),
            coordinates[0],
            coordinates[1],
            coordinates[2]);
    claim(partOfCodebase, library.codebase(), library.part(), "codebase", row);
    claim(partOfLibrary, coordinates[0] + ":" + coordinates[1], library.part(), "library", row);
    String known = versions.put(library.codebase() + " " + library.artifact(), coordinates[2]);
    if (known != null) {
      throw row.wrong(
          "the codebase `%s` holds `%s` %s already"
              .formatted(library.codebase(), library.artifact(), known));
    }
    all.add(library);
  }

  private static void claim(
      Map<String, String> parts, String name, String part, String what, Row row) {
    String known = Optional.ofNullable(parts.putIfAbsent(name, part)).orElse(part);
    if (!known.equals(part)) {
      throw row.wrong("the %s `%s` belongs to the part `%s`".formatted(what, name, known));
    }
  }
}
