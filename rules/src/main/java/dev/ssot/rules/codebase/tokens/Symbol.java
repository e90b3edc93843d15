package dev.ssot.rules.codebase.tokens;

/**
 * A word that occurs in sources, and what is worth knowing of it once. Two symbols of one table are
 * the same object exactly if they have the same text.
 */
final class Symbol {

  private static final int KNOWN = 1;
  private static final int CONSTANT = 1 << 1;
  private static final int HANDLER = 1 << 2;
  private static final int SETTING_READ = 1 << 3;

  private final int id;
  private final String text;
  private final char[] characters;
  private final int hash;
  private final Kind kind;
  private final boolean ofJdk;
  private final boolean looksUp;
  private final int[] stems;

  /** What it is the name of, by convention, once somebody has asked; 0 before. */
  private int names;

  /**
   * A word.
   *
   * @param id its number in its table
   * @param characters those of the text
   * @param kind what a token of this text is
   * @param ofJdk whether it is a name that a renaming leaves alone
   * @param looksUp whether a method of this name may find types by the text of their names
   * @param stems numbers of the stems of its words
   */
  Symbol(
      int id,
      String text,
      char[] characters,
      Kind kind,
      boolean ofJdk,
      boolean looksUp,
      int[] stems) {
    this.id = id;
    this.text = text;
    this.characters = characters;
    this.hash = text.hashCode();
    this.kind = kind;
    this.ofJdk = ofJdk;
    this.looksUp = looksUp;
    this.stems = stems;
  }

  int id() {
    return id;
  }

  String text() {
    return text;
  }

  /** What {@link String#hashCode} gives for the text. */
  int hash() {
    return hash;
  }

  /** Whether some characters are those of the text. */
  boolean isSpelt(char[] other, int from, int to) {
    char[] own = characters;
    if (own.length != to - from) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      if (own[i] != other[from + i]) {
        return false;
      }
    }
    return true;
  }

  Kind kind() {
    return kind;
  }

  boolean isOfJdk() {
    return ofJdk;
  }

  boolean looksUp() {
    return looksUp;
  }

  /** Whether it begins with a capital, as the names of types and constants do. */
  boolean isCapital() {
    return Character.isUpperCase(text.charAt(0));
  }

  /** Whether it is the name of a constant by convention. */
  boolean namesConstant() {
    return (names() & CONSTANT) != 0;
  }

  /** Whether it is the name of something that handles what it is given. */
  boolean namesHandler() {
    return (names() & HANDLER) != 0;
  }

  /** Whether it is the name of a method that reads a setting and may be given a default. */
  boolean namesSettingRead() {
    return (names() & SETTING_READ) != 0;
  }

  private int names() {
    if (names == 0) {
      names =
          KNOWN
              | (ConstantNames.isOne(text) ? CONSTANT : 0)
              | (HandlerNames.isOne(text) ? HANDLER : 0)
              | (SettingReads.isOne(text) ? SETTING_READ : 0);
    }
    return names;
  }

  int stemCount() {
    return stems.length;
  }

  int stem(int index) {
    return stems[index];
  }
}
