package dev.ssot.rules.codebase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The modifiers of a declaration that rules look at. */
public enum Modifier {
  PUBLIC(1),
  PROTECTED(2),
  PRIVATE(4),
  STATIC(8),
  ABSTRACT(16),
  FINAL(32);

  /** Every set of modifiers, at the place that its bits give. */
  private static final List<Set<Modifier>> SETS = sets();

  private final int bit;

  Modifier(int bit) {
    this.bit = bit;
  }

  /** The bit of this modifier in the number of a set. */
  public int bit() {
    return bit;
  }

  /**
   * The immutable set whose number is the sum of the bits of its elements.
   *
   * @throws IndexOutOfBoundsException if there is no such set
   */
  public static Set<Modifier> set(int bits) {
    return SETS.get(bits);
  }

  private static List<Set<Modifier>> sets() {
    Modifier[] all = values();
    List<Set<Modifier>> sets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.length; bits++) {
      EnumSet<Modifier> set = EnumSet.noneOf(Modifier.class);
      for (Modifier modifier : all) {
        if ((bits & modifier.bit()) != 0) {
          set.add(modifier);
        }
      }
      sets.add(Set.copyOf(set));
    }
    return List.copyOf(sets);
  }
}
