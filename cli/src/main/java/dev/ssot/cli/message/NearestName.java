package dev.ssot.cli.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Guesses which name was meant.
 *
 * <p>The distance is that of Damerau and Levenshtein (insert, delete, replace, swap neighbours),
 * without regard to case; a name further away than a third of the longer name is no guess.
 */
public final class NearestName {

  private static final int LONGEST_SLIP = 100;
  private static final int TOO_FAR = -1;

  private NearestName() {}

  /** The known name that {@code wanted} is most likely a slip for. */
  public static Optional<String> of(String wanted, Collection<String> known) {
    if (wanted.length() > LONGEST_SLIP) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> distance(wanted, name) != TOO_FAR)
        .min(
            Comparator.comparingInt((String name) -> distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String wanted, String name) {
    int most = Math.max(1, Math.max(wanted.length(), name.length()) / 3);
    return new DamerauLevenshteinDistance(most)
        .apply(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
