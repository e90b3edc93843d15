package dev.ssot.benchmarks.data;

import java.util.List;
import java.util.Locale;

/**
 * What a reader of the code said of two types.
 *
 * @param role kebab-case name of the job
 * @param category what kind of rival or negative it is
 * @param left of a rival pair the type that would be declared canonical
 * @param line where it stands in the file
 */
public record Label(
    String codebase,
    String role,
    Kind kind,
    String category,
    TypeName left,
    TypeName right,
    String reason,
    int line) {

  /** Whether a maintainer would remove one of the two in favour of the other. */
  public enum Kind {
    RIVAL,
    NEGATIVE;

    /** The categories of this kind, in the order of tables. */
    public List<String> categories() {
      return this == RIVAL
          ? List.of("copy", "renamed-copy", "partial-copy", "re-implementation", "fragment")
          : List.of(
              "same-suffix",
              "same-interface",
              "adapter",
              "subtype",
              "mirror",
              "data-carrier",
              "specialisation",
              "same-name-other-job",
              "family",
              "helper-of",
              "generated",
              "test-double");
    }

    /** The kind as it is written in labels. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the two are rivals. */
  public boolean isRival() {
    return kind == Kind.RIVAL;
  }
}
