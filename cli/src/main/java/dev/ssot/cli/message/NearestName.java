package dev.ssot.cli.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses which name was meant.
 *
 * <p>The distance is that of optimal string alignment (insert, delete, replace, swap neighbours),
 * without regard to case; a name further away than a third of its length is no guess.
 */
public final class NearestName {

  private NearestName() {}

  /** The known name that {@code wanted} is most likely a slip for. */
  public static Optional<String> of(String wanted, Collection<String> known) {
    String slip = wanted.toLowerCase(Locale.ROOT);
    if (slip.length() > 100) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> near(slip, name.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparingInt((String name) -> distance(slip, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean near(String slip, String name) {
    return distance(slip, name) <= Math.max(1, Math.max(slip.length(), name.length()) / 3);
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
