package dev.ssot.rules.codebase.tokens;

/** Tells comments that cannot say that a file is generated from those that may. */
public final class GeneratedMark {

  private static final String GENERATED = "generated";
  private static final String DO_NOT = "do not ";
  private static final int TO_LOWER = 'a' - 'A';

  private GeneratedMark() {}

  /** Whether some characters hold one of the two texts of which every marker has one. */
  public static boolean mayBeIn(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = text[i] | TO_LOWER;
      if ((c == 'g' && isAt(GENERATED, text, i, to)) || (c == 'd' && isAt(DO_NOT, text, i, to))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(String mark, char[] text, int from, int to) {
    if (to - from < mark.length()) {
      return false;
    }
    for (int i = 1; i < mark.length(); i++) {
      if ((text[from + i] | TO_LOWER) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
