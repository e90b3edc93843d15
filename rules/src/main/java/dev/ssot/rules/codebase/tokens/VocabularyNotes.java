package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.TypeFact.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the words of one type after the other. Not safe for concurrent use. */
public final class VocabularyNotes {

  private static final int SHORTEST_LITERAL = 4;
  private static final int LONGEST_LITERAL = 200;
  private static final int FACTOR = 31;
  private static final int ASCII = 128;

  private final boolean[] asciiLetters = new boolean[ASCII];
  private final boolean commented;
  private final Symbols symbols;
  private final Symbol none;
  private final Counts words = new Counts();
  private final Counts comments = new Counts();
  private final Counts calls = new Counts();
  private final Set<String> literals = new TreeSet<>();
  private Symbol previous;

  /**
   * Nothing yet.
   *
   * @param commented whether the words of comments are wanted
   */
  public VocabularyNotes(Symbols symbols, boolean commented) {
    this.symbols = symbols;
    this.commented = commented;
    this.none = symbols.of("");
    this.previous = none;
    for (char c = 0; c < ASCII; c++) {
      asciiLetters[c] = Character.isLetter(c);
    }
  }

  /** Takes note of an identifier. */
  public void identifier(String text) {
    identifier(symbols.of(text));
  }

  void identifier(Symbol name) {
    addStems(words, name);
    previous = name;
  }

  private static void addStems(Counts counts, Symbol word) {
    for (int i = 0; i < word.stemCount(); i++) {
      counts.add(word.stem(i));
    }
  }

  /** Takes note of an opening parenthesis, which makes the name before it a call. */
  public void parenthesis() {
    if (!previous.equals(none)) {
      calls.add(previous.id());
    }
    other();
  }

  /** Takes note of a string literal or a text block, with its delimiters. */
  public void string(String text) {
    String literal = text.substring(1, Math.max(1, text.length() - 1));
    if (literal.length() >= SHORTEST_LITERAL && literal.length() <= LONGEST_LITERAL) {
      literals.add(symbols.interner().one(literal));
    }
    other();
  }

  /** Takes note of any other token. */
  public void other() {
    previous = none;
  }

  /** Takes note of a comment. */
  public void comment(String text) {
    comment(text.toCharArray(), 0, text.length());
  }

  /** Takes note of a comment: each run of letters is a word of it, or several. */
  void comment(char[] text, int from, int to) {
    if (!commented) {
      return;
    }
    int at = from;
    while (at < to) {
      int start = at;
      int hash = 0;
      while (at < to && isLetter(text[at])) {
        hash = FACTOR * hash + text[at];
        at++;
      }
      if (at > start + 1) {
        addStems(comments, symbols.of(text, start, at, hash));
      }
      at++;
    }
  }

  private boolean isLetter(char c) {
    return c < ASCII ? asciiLetters[c] : Character.isLetter(c);
  }

  /**
   * The words of a type; then all is forgotten.
   *
   * @param own names of its methods, whose calls tell nothing
   */
  public Vocabulary take(List<String> own) {
    own.forEach(name -> calls.drop(symbols.of(name).id()));
    Vocabulary vocabulary =
        new Vocabulary(
            words.take(symbols::stem),
            commented ? Optional.of(comments.take(symbols::stem)) : Optional.empty(),
            calls.take(number -> symbols.symbol(number).text()),
            List.copyOf(literals));
    literals.clear();
    previous = none;
    return vocabulary;
  }
}
