package dev.ssot.rules.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * A permission that a change adds or widens.
 *
 * @param permission as it is after the change; a lost restriction as it was before
 * @param before how far it went before, or the empty string
 */
public record PermissionGrowth(Permission permission, Kind kind, String before)
    implements Comparable<PermissionGrowth> {

  private static final Comparator<PermissionGrowth> ORDER =
      Comparator.comparing(PermissionGrowth::permission)
          .thenComparing(PermissionGrowth::kind)
          .thenComparing(PermissionGrowth::before);

  /** How it has grown. */
  public enum Kind {
    ADDED,
    WIDENED,
    /** A restriction was removed. */
    LIFTED;

    /** The name as it is written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public int compareTo(PermissionGrowth other) {
    return ORDER.compare(this, other);
  }
}
