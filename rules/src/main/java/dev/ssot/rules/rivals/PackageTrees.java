package dev.ssot.rules.rivals;

import dev.ssot.rules.model.DottedNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two trees of packages: a package each with all that are below it.
 *
 * @param one the package at the top of the first
 * @param other that of the second
 */
public record PackageTrees(String one, String other) {

  /**
   * The largest trees in which two packages do not meet. None where one of the packages is below
   * the other, or where they have no part in common at all.
   */
  public static Optional<PackageTrees> apart(String one, String other) {
    int parted = 0;
    int shorter = Math.min(one.length(), other.length());
    while (parted < shorter && one.charAt(parted) == other.charAt(parted)) {
      parted++;
    }
    int parent = one.substring(0, parted).lastIndexOf('.');
    boolean nested = DottedNames.isIn(one, other) || DottedNames.isIn(other, one);
    return nested || parent < 0
        ? Optional.empty()
        : Optional.of(new PackageTrees(top(one, parent), top(other, parent)));
  }

  // Written out, as it is asked a few times in most runs, and would take longer to set up.
  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof PackageTrees trees && one.equals(trees.one) && other.equals(trees.other);
  }

  @Override
  public int hashCode() {
    return one.hashCode() + 31 * other.hashCode();
  }

  private static String top(String name, int parent) {
    return name.substring(0, parent + 1) + DottedNames.first(name.substring(parent + 1));
  }
}
