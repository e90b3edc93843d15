package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.NameUse.Kind;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the uses of names in one file. Of each name the first use in a top-level type is kept.
 * Not safe for concurrent use.
 */
public final class UseNotes {

  private static final Pattern QUALIFIED_TYPE =
      Pattern.compile(
          "(?:[\\p{javaLowerCase}_][\\w]*\\.)+\\p{javaUpperCase}\\w*(?:[.$]\\p{javaUpperCase}\\w*)*");
  private static final int OPENING = "/**".length();
  private static final String BLANKS = " \t\n\u000B\f\r";
  private static final int ASCII = 128;

  /** Compared often enough to be spelt out. */
  private record Key(Kind kind, String name, String inType) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && kind == key.kind
          && name.equals(key.name)
          && inType.equals(key.inType);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + inType.hashCode();
    }
  }

  private final Interner interner;
  private final Map<Key, Region> uses = new HashMap<>();
  private final List<NameUse> strings = new ArrayList<>();
  private boolean looksUp;

  /** No uses yet. */
  public UseNotes(Interner interner) {
    this.interner = interner;
  }

  /** Takes note of a use. */
  public void note(Kind kind, String name, Region region, String inType) {
    Key key = new Key(kind, name, inType);
    add(uses.containsKey(key) ? key : new Key(kind, interner.one(name), inType), region);
  }

  /** The same for a simple name that is the one instance of its text. */
  void simple(String one, Region region, String inType) {
    add(new Key(Kind.SIMPLE, one, inType), region);
  }

  private void add(Key key, Region region) {
    uses.merge(key, region, (known, next) -> known.compareTo(next) <= 0 ? known : next);
  }

  /**
   * Takes note of a type's name in code.
   *
   * @param name the region of the name, or of its last part
   * @param whole the region of all that belongs to the type
   */
  public void type(String text, Region name, Region whole, String inType) {
    boolean qualified = text.indexOf('.') >= 0 && Character.isLowerCase(text.charAt(0));
    boolean oneLine = whole.line() == name.endLine();
    note(
        qualified ? Kind.QUALIFIED : Kind.SIMPLE,
        text,
        qualified && oneLine
            ? new Region(whole.line(), whole.column(), name.endLine(), name.endColumn())
            : name,
        inType);
  }

  /**
   * Takes note of names with dots between them, such as {@code a.b.Type.CONSTANT}.
   *
   * @param whole the region of all of them
   */
  public void chain(String text, Region whole, String inType) {
    if (Character.isUpperCase(text.charAt(0))) {
      String[] parts = text.split("\\.", 3);
      boolean nested = Character.isUpperCase(parts[1].charAt(0));
      note(
          Kind.SIMPLE,
          nested ? parts[0] + "." + parts[1] : parts[0],
          start(whole, parts[0]),
          inType);
      return;
    }
    Matcher matcher = QUALIFIED_TYPE.matcher(text);
    if (matcher.lookingAt()) {
      note(Kind.QUALIFIED, matcher.group(), start(whole, matcher.group()), inType);
    }
  }

  private static Region start(Region whole, String name) {
    int length = whole.line() == whole.endLine() ? name.length() : 1;
    return new Region(whole.line(), whole.column(), whole.line(), whole.column() + length);
  }

  /** Takes note of a string literal, which may be the name of a type that is looked up. */
  public void string(String value, Region region, String inType) {
    if (QUALIFIED_TYPE.matcher(value).matches()) {
      strings.add(new NameUse(Kind.REFLECTION, value.replace('$', '.'), region, inType));
    }
  }

  /** Takes note that types are looked up by their names. */
  public void lookUp() {
    looksUp = true;
  }

  /**
   * Takes note of the links in a documentation comment.
   *
   * @param content what is between its delimiters
   * @param line of its begin
   * @param column of its begin
   */
  public void links(String content, int line, int column, String inType) {
    int breaks = 0;
    int lineStart = -1;
    int counted = 0;
    int next;
    for (int at = content.indexOf('@'); at >= 0; at = content.indexOf('@', next)) {
      next = at + 1;
      int from = linked(content, at);
      int to = from;
      while (to < content.length() && isLinked(content.charAt(to), to == from)) {
        to++;
      }
      if (to > from) {
        for (int end = content.indexOf('\n', counted);
            end >= 0 && end < from;
            end = content.indexOf('\n', end + 1)) {
          breaks++;
          lineStart = end;
          counted = end + 1;
        }
        int place = breaks == 0 ? column + OPENING + from : from - lineStart;
        link(content.substring(from, to), line + breaks, place, inType);
        next = to;
      }
    }
  }

  /** Where that begins which a tag refers to; the end of the text if it is not one that refers. */
  private static int linked(String content, int at) {
    boolean inline = at > 0 && content.charAt(at - 1) == '{';
    String tag = inline ? "@link" : "@see";
    if (!content.startsWith(tag, at)) {
      return content.length();
    }
    int end = at + tag.length();
    if (inline && content.startsWith("plain", end)) {
      end += "plain".length();
    }
    int from = end;
    while (from < content.length() && BLANKS.indexOf(content.charAt(from)) >= 0) {
      from++;
    }
    return from == end ? content.length() : from;
  }

  private static boolean isLinked(char c, boolean first) {
    if (first) {
      return Character.isJavaIdentifierStart(c);
    }
    return c == '.' || c == '_' || (c < ASCII && Character.isLetterOrDigit(c));
  }

  private void link(String text, int line, int column, String inType) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    Region region = new Region(line, column, line, column + text.length());
    note(Kind.JAVADOC, name, region, inType);
  }

  /** All uses, in the order of their regions. */
  public List<NameUse> result() {
    if (looksUp) {
      strings.forEach(use -> note(use.kind(), use.name(), use.region(), use.inType()));
    }
    List<NameUse> names = new ArrayList<>(uses.size());
    uses.forEach(
        (key, region) -> names.add(new NameUse(key.kind(), key.name(), region, key.inType())));
    names.sort(UseNotes::order);
    return names;
  }

  private static int order(NameUse one, NameUse other) {
    int order = one.region().compareTo(other.region());
    order = order == 0 ? one.kind().compareTo(other.kind()) : order;
    return order == 0 ? one.name().compareTo(other.name()) : order;
  }
}
