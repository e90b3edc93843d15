package dev.ssot.rules.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that a policy, a baseline or the source lets pass, or keeps from passing.
 *
 * @param what tells permissions of one kind apart, in words
 * @param extent how far it goes
 * @param place where it is written
 */
public record Permission(Kind kind, String what, Extent extent, Location place)
    implements Comparable<Permission> {

  private static final Comparator<Permission> ORDER =
      Comparator.comparing(Permission::kind)
          .thenComparing(Permission::place)
          .thenComparing(Permission::what);

  /** What kind of permission it is; a restriction is the reverse, and its loss a permission. */
  public enum Kind {
    BASELINE_ENTRY(false),
    SUPPRESSION(false),
    SHIM(false),
    EXCLUDE(false),
    SOURCE_ROOTS(false),
    TEST_ROOT(false),
    GENERATED_ROOT(false),
    UNRELATED(false),
    EXCEPTION(false),
    SEVERITY(false),
    THRESHOLD(false),
    FAIL_ON(false),
    MINIMUM_SCORE(false),
    ROLE(true),
    FORBIDDEN_PATH(true),
    RESERVED_CALL(true),
    REAL_TYPE(true),
    ISOLATED_TYPE(true),
    LAYER(true),
    ACYCLIC_PACKAGES(true),
    SOURCE_ROOT(true);

    private final boolean restriction;

    Kind(boolean restriction) {
      this.restriction = restriction;
    }

    /** Whether it keeps something from passing. */
    public boolean isRestriction() {
      return restriction;
    }

    /** The name as it is written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * How far a permission goes.
   *
   * @param size grows with what is let pass; comparable within one kind
   * @param text the same as it is written; the empty string where there are no degrees
   */
  public record Extent(long size, String text) {

    /** The extent of what is there or not. */
    public static Extent plain() {
      return new Extent(0, "");
    }
  }

  @Override
  public int compareTo(Permission other) {
    return ORDER.compare(this, other);
  }
}
