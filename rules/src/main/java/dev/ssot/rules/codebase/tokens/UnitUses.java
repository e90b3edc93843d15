package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.NameUse;
import java.util.List;

/** Hears of the names in one file, and keeps those that are uses. Not safe for concurrent use. */
final class UnitUses implements NameSink {

  private final Tokens tokens;
  private final UseNotes notes;
  private String inType = "";

  UnitUses(Tokens tokens, UseNotes notes) {
    this.tokens = tokens;
    this.notes = notes;
  }

  /** Says in which top-level type the names are that come; the empty string if they don't count. */
  void enter(String type) {
    inType = type;
  }

  @Override
  public void type(int first, int last) {
    if (inType.isEmpty()) {
      return;
    }
    notes.type(tokens.dotted(first, last), tokens.region(last), tokens.region(first), inType);
  }

  @Override
  public void annotation(int at, int first, int last) {
    if (inType.isEmpty()) {
      return;
    }
    notes.type(tokens.dotted(first, last), tokens.region(first, last), tokens.region(at), inType);
  }

  @Override
  public void name(int token) {
    Symbol symbol = tokens.symbol(token);
    if (symbol.isCapital() && !inType.isEmpty()) {
      notes.note(NameUse.Kind.SIMPLE, symbol.text(), tokens.region(token), inType);
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

  /** Takes note of the links in all documentation comments. */
  void links() {
    for (int comment = 0; comment < tokens.commentCount(); comment++) {
      if (tokens.isJavadoc(comment) && mayLink(comment)) {
        String text = tokens.comment(comment);
        notes.links(
            text.substring("/**".length(), text.length() - "*/".length()),
            tokens.commentLine(comment),
            tokens.commentColumn(comment),
            inType);
      } else if (tokens.isMarkdown(comment) && tokens.comment(comment).indexOf('@') >= 0) {
        throw new Unsure("a tag in a comment that may be documentation");
      }
    }
  }

  /** Whether there is an {@code @} with the first letter of a link behind it. */
  private boolean mayLink(int comment) {
    char[] text = tokens.text();
    for (int i = tokens.commentStart(comment); i < tokens.commentEnd(comment); i++) {
      if (text[i] == '@' && (text[i + 1] == 'l' || text[i + 1] == 's')) {
        return true;
      }
    }
    return false;
  }

  List<NameUse> result() {
    return notes.result();
  }
}
