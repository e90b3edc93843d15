package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Usage;

/**
 * What to call two types beside each other, in backquotes: simple names where they differ.
 *
 * @param canonical the name of the canonical
 * @param rival the name of the rival
 */
record NamePair(String canonical, String rival) {

  static NamePair of(Comparison comparison) {
    return new NamePair(
        Phrases.quoted(comparison.canonicalName()), Phrases.quoted(comparison.rivalName()));
  }

  /** Who uses which, such as {@code 12 types use `A`, 3 types use `B`, none both}. */
  String usage(Usage usage) {
    return users(usage.ofCanonical().size(), canonical)
        + ", "
        + users(usage.ofRival().size(), rival)
        + ", "
        + (usage.ofBoth().isEmpty() ? "none" : usage.ofBoth().size())
        + " both";
  }

  private static String users(int number, String name) {
    return switch (number) {
      case 0 -> "no type uses " + name;
      case 1 -> "1 type uses " + name;
      default -> number + " types use " + name;
    };
  }
}
