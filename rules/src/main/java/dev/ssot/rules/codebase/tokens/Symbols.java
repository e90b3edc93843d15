package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that one reader has met, found by their characters, and the stems of these words. Not
 * safe for concurrent use.
 */
public final class Symbols {

  /** Methods that find a type by the text of its name. */
  public static final Set<String> LOOK_UPS =
      Set.of(
          "forName",
          "loadClass",
          "findClass",
          "findLoadedClass",
          "resolveClassName",
          "isPresent",
          "classForName",
          "tryLoadClass",
          "getDeclaredConstructor");

  private static final int INITIAL = 1 << 13;
  private static final int FEW = 16;

  private final Map<String, Kind> keywords = Kind.words();
  private final Interner interner;
  private final List<Symbol> symbols = new ArrayList<>();
  private final Stems stems;

  /** The stems of the word that is looked at, while they are gathered. */
  private int[] gathered = new int[FEW];

  private Symbol[] table = new Symbol[INITIAL];

  /** An empty table whose texts are those of {@code interner}. */
  public Symbols(Interner interner) {
    this.interner = interner;
    this.stems = new Stems(interner);
  }

  Interner interner() {
    return interner;
  }

  Symbol symbol(int id) {
    return symbols.get(id);
  }

  String stem(int number) {
    return stems.text(number);
  }

  Symbol of(String text) {
    return of(text.toCharArray(), 0, text.length(), text.hashCode());
  }

  /**
   * The symbol of some characters.
   *
   * @param hash what {@link String#hashCode} gives for them
   */
  Symbol of(char[] text, int from, int to, int hash) {
    int mask = table.length - 1;
    int at = spread(hash) & mask;
    while (table[at] != null) {
      if (isTextOf(table[at], hash, text, from, to)) {
        return table[at];
      }
      at = (at + 1) & mask;
    }
    Symbol fresh = symbol(interner.one(new String(text, from, to - from)));
    table[at] = fresh;
    symbols.add(fresh);
    if (symbols.size() * 2 > table.length) {
      grow();
    }
    return fresh;
  }

  private static boolean isTextOf(Symbol known, int hash, char[] text, int from, int to) {
    return known.hash() == hash && known.isSpelt(text, from, to);
  }

  private Symbol symbol(String text) {
    char[] characters = text.toCharArray();
    return new Symbol(
        symbols.size(),
        text,
        characters,
        keywords.getOrDefault(text, Kind.IDENTIFIER),
        JdkNames.ALL.contains(text),
        LOOK_UPS.contains(text),
        stems(text, characters));
  }

  private int[] stems(String text, char[] characters) {
    int count = 0;
    int end;
    for (int start = Words.start(text, 0); start < text.length(); start = Words.start(text, end)) {
      end = Words.end(text, start);
      int stem = stems.of(characters, start, end);
      if (stem != Stems.NONE) {
        if (count == gathered.length) {
          gathered = Arrays.copyOf(gathered, count * 2);
        }
        gathered[count++] = stem;
      }
    }
    return Arrays.copyOf(gathered, count);
  }

  private void grow() {
    Symbol[] larger = new Symbol[table.length * 2];
    int mask = larger.length - 1;
    for (Symbol known : symbols) {
      int at = spread(known.hash()) & mask;
      while (larger[at] != null) {
        at = (at + 1) & mask;
      }
      larger[at] = known;
    }
    table = larger;
  }

  /** A hash code whose last bits depend on the others, too. */
  static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }
}
