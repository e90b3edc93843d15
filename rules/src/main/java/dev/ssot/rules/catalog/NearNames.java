package dev.ssot.rules.catalog;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Whether one name may be a slip of the pen for another. */
public final class NearNames {

  private static final int MOST_EDITS = 2;
  private static final int LETTERS_PER_EDIT = 5;

  private NearNames() {}

  /** At most one edit for every five letters, two at most: insert, delete, replace or swap. */
  public static boolean isTypo(String written, String meant) {
    int shorter = Math.min(written.length(), meant.length());
    int allowed = Math.min(MOST_EDITS, shorter / LETTERS_PER_EDIT);
    if (allowed == 0 || written.equals(meant)) {
      return false;
    }
    // Beyond its threshold the distance is -1.
    return new DamerauLevenshteinDistance(allowed).apply(written, meant) >= 0;
  }
}
