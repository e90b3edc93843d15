package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.NameUse;
import java.util.List;

/** Hears of the names in one file, and keeps those that are uses. Not safe for concurrent use. */
final class UnitUses implements NameSink {

  private final Tokens tokens;
  private final UseNotes notes;
  private final FirstUses firsts;
  private String inType = "";

  UnitUses(Tokens tokens, UseNotes notes, FirstUses firsts) {
    this.tokens = tokens;
    this.notes = notes;
    this.firsts = firsts;
  }

  /** Says in which top-level type the names are that come; the empty string if they don't count. */
  void enter(String type) {
    inType = type;
    firsts.begin();
  }

  @Override
  public void type(int first, int last) {
    if (inType.isEmpty()) {
      return;
    }
    if (first == last) {
      simple(first);
    } else {
      notes.type(tokens.dotted(first, last), tokens.region(last), tokens.region(first), inType);
    }
  }

  @Override
  public void annotation(int at, int first, int last) {
    if (inType.isEmpty()) {
      return;
    }
    if (first == last) {
      simple(first);
    } else {
      notes.type(tokens.dotted(first, last), tokens.region(first, last), tokens.region(at), inType);
    }
  }

  @Override
  public void name(int token) {
    if (tokens.symbol(token).isCapital() && !inType.isEmpty()) {
      simple(token);
    }
  }

  /** Takes note of a name of one word, of which only the first use counts. */
  private void simple(int token) {
    Symbol symbol = tokens.symbol(token);
    if (firsts.isFirst(symbol, token)) {
      notes.simple(symbol.text(), tokens.region(token), inType);
    }
  }

  @Override
  public void chain(int first, int last) {
    if (!inType.isEmpty() && mayHoldType(first, last)) {
      notes.chain(tokens.dotted(first, last), tokens.region(first, last), inType);
    }
  }

  private boolean mayHoldType(int first, int last) {
    for (int token = first; token <= last; token += 2) {
      if (tokens.symbol(token).isCapital()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void call(int token) {
    if (tokens.symbol(token).looksUp()) {
      notes.lookUp();
    }
  }

  @Override
  public void string(int token) {
    String text = tokens.textOf(token);
    if (!inType.isEmpty() && text.indexOf('.') > 0) {
      notes.string(text.substring(1, text.length() - 1), tokens.region(token), inType);
    }
  }

  /** Takes note of a type that a module provides for others. */
  void service(int first, int last) {
    notes.note(
        NameUse.Kind.SERVICE, tokens.dotted(first, last), tokens.region(first, last), inType);
  }

  /** Takes note of the links in all documentation comments. */
  void links() {
    for (int comment = 0; comment < tokens.commentCount(); comment++) {
      if (tokens.isJavadoc(comment) && tokens.mayHoldTag(comment, 'l', 's')) {
        notes.links(
            tokens.javadoc(comment),
            tokens.commentLine(comment),
            tokens.commentColumn(comment),
            inType);
      } else if (tokens.isMarkdown(comment) && tokens.comment(comment).indexOf('@') >= 0) {
        throw new Unsure("a tag in a comment that may be documentation");
      }
    }
  }

  List<NameUse> result() {
    return notes.result();
  }
}
