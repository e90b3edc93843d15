package dev.ssot.rules.catalog;

/** Whether one name may be a slip of the pen for another. */
final class NearNames {

  private static final int MOST_EDITS = 2;
  private static final int LETTERS_PER_EDIT = 5;

  private NearNames() {}

  /** At most one edit for every five letters, two at most: insert, delete, replace or swap. */
  static boolean isTypo(String written, String meant) {
    int allowed =
        Math.min(MOST_EDITS, Math.min(written.length(), meant.length()) / LETTERS_PER_EDIT);
    return !written.equals(meant)
        && Math.abs(written.length() - meant.length()) <= allowed
        && distance(written, meant) <= allowed;
  }

  /** The restricted Damerau-Levenshtein distance. */
  private static int distance(String left, String right) {
    int[][] table = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : step(table, left, right, i, j);
      }
    }
    return table[left.length()][right.length()];
  }

  private static int step(int[][] table, String left, String right, int i, int j) {
    int replaced = table[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
  }
}
