package dev.ssot.benchmarks.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What readers said of the findings of discovery, by library and fingerprint. */
public final class Judgements {

  private static final List<String> COLUMNS =
      List.of("library", "fingerprint", "judgement", "finding", "reason");

  private final Map<String, Boolean> right = new HashMap<>();

  private Judgements() {}

  /** The judgements of a file. */
  public static Judgements read(Path file) {
    Judgements judgements = new Judgements();
    for (Row row : Row.read(file, COLUMNS)) {
      boolean right = row.oneOf(2, "judgement", List.of("right", "wrong")).equals("right");
      if (judgements.right.put(key(row.cell(0), row.cell(1)), right) != null) {
        throw row.wrong("the finding `%s` is judged twice".formatted(row.cell(1)));
      }
    }
    return judgements;
  }

  /** Whether a finding is right, if somebody has judged it. */
  public Optional<Boolean> of(String library, String fingerprint) {
    return Optional.ofNullable(right.get(key(library, fingerprint)));
  }

  private static String key(String library, String fingerprint) {
    return library + " " + fingerprint;
  }
}
