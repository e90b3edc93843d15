package dev.ssot.rules.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * A test of a role: a test method that uses what must be real there, or a stand-in for it.
 *
 * @param subject the type that declares it, and its name
 * @param location the place of its name
 */
public record RoleTest(Subject subject, Location location, Kind kind)
    implements Comparable<RoleTest> {

  private static final Comparator<RoleTest> ORDER =
      Comparator.comparing(RoleTest::location).thenComparing(RoleTest::subject);

  /** What a test says of the role; each test is of one kind, the first that fits. */
  public enum Kind {
    /** It does not run. */
    DISABLED,
    /** Its body has no statement. */
    EMPTY,
    /** Nothing in it, or in what it calls in its own classes, could fail on a wrong result. */
    ASSERTION_FREE,
    /** It replaces something that must be real. */
    MOCKED,
    /** It uses the real thing. */
    REAL;

    /** The name as it is written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(RoleTest other) {
    return ORDER.compare(this, other);
  }
}
