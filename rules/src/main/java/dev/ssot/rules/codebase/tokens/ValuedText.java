package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Later;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.tokens.MemberNode.Sort;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of a text the members that can hold no values, imports and comments, so that a parser
 * has less to read.
 */
final class ValuedText {

  private final Tokens tokens;
  private final Interner interner;
  private final ValueSigns signs;
  private final TellingLiterals telling;
  private final List<LiteralFact> literals = new ArrayList<>();
  private final List<TypeNode> types = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private boolean valued;

  ValuedText(Tokens tokens, Interner interner) {
    this.tokens = tokens;
    this.interner = interner;
    this.telling = new TellingLiterals(tokens, interner);
    this.signs = new ValueSigns(tokens, Later.by(this::constants));
  }

  /** A stretch of the text, by the offsets of its first character and of that behind its last. */
  private record Gap(int start, int end) {}

  /** Looks at what stands in front of the imports of a file. */
  void addFront(int first, int last) {
    valued |= signs.hasLiteral(new Span(first, last));
  }

  /** Leaves out some tokens, if there are any. */
  void leaveOut(int first, int last) {
    if (first <= last) {
      gaps.add(new Gap(tokens.start(first), tokens.end(last)));
    }
  }

  /** Adds a type, with those nested in it. */
  void add(TypeNode type) {
    types.add(type);
  }

  /** The names of what may be constants of the file, those of local types included. */
  private Set<String> constants() {
    Set<String> names = new HashSet<>();
    types.forEach(type -> addConstants(type, names));
    return names;
  }

  private void addConstants(TypeNode type, Set<String> names) {
    for (MemberNode member : type.members()) {
      boolean constant = member.sort() == Sort.FIELD && isConstant(member, type);
      if (constant || signs.mayDeclareConstants(member.span())) {
        addAssigned(member.span(), names);
      }
    }
    type.nested().forEach(inner -> addConstants(inner, names));
  }

  private void addAssigned(Span span, Set<String> names) {
    for (int token = span.first() + 1; token <= span.last(); token++) {
      if (tokens.kind(token) == Kind.ASSIGN && tokens.kind(token - 1).isName()) {
        names.add(tokens.symbol(token - 1).text());
      }
    }
  }

  /** Looks at a type, and at those nested in it. */
  private void look(TypeNode type, String scope) {
    String name = interner.one(scope + tokens.symbol(type.name()).text());
    valued |= signs.hasLiteral(new Span(type.head().first(), type.name()));
    for (MemberNode member : type.members()) {
      boolean holds = isForParser(member, type, name);
      valued |= holds;
      if (holds) {
        thin(member, name);
      } else if (member.sort() != Sort.ENTRY && member.sort() != Sort.COMPONENT) {
        leaveOut(member.span().first(), member.span().last());
      }
    }
    type.nested().forEach(inner -> look(inner, name + "."));
  }

  private boolean isForParser(MemberNode member, TypeNode type, String inType) {
    return isKept(member, type) || mayHoldValues(member.span(), inType);
  }

  /** Whether some tokens are for the parser; if not, their telling literals are known. */
  private boolean mayHoldValues(Span span, String inType) {
    if (signs.mayBeIn(span)) {
      return true;
    }
    Optional<List<LiteralFact>> known = telling.of(span, inType);
    known.ifPresent(literals::addAll);
    return known.isEmpty();
  }

  /** Leaves out the statements of a member that can hold no values, and make no table together. */
  private void thin(MemberNode member, String inType) {
    Span body = member.body().span();
    if (body.first() <= body.last() && !signs.mayHoldTable(member.span())) {
      new BlockThinner(tokens, span -> mayHoldValues(span, inType), this::leaveOut).thin(body);
    }
  }

  /** Constants are values themselves; what stands between entries can't be taken out. */
  private boolean isKept(MemberNode member, TypeNode type) {
    return switch (member.sort()) {
      case FIELD -> isConstant(member, type);
      case ENTRY, COMPONENT -> signs.hasLiteral(member.span());
      default -> false;
    };
  }

  private static boolean isConstant(MemberNode field, TypeNode type) {
    Set<Modifier> modifiers = field.head().modifiers();
    return type.kind() == TypeKind.INTERFACE
        || type.kind() == TypeKind.ANNOTATION
        || (modifiers.contains(Modifier.STATIC) && modifiers.contains(Modifier.FINAL));
  }

  /** Looks at all types of a package. */
  void look(String packageName) {
    String scope = packageName.isEmpty() ? "" : packageName + ".";
    types.forEach(type -> look(type, scope));
  }

  /** The telling literals of members that are not in the rest. */
  List<LiteralFact> literals() {
    return literals;
  }

  /** The text without all this; nothing if no values can be in it. */
  Optional<Excerpt> rest(String text) {
    if (!valued) {
      return Optional.empty();
    }
    Excerpt rest = new Excerpt(text);
    int at = 0;
    for (Gap gap : merged(text)) {
      rest.keep(at, gap.start());
      rest.leaveOut(gap.start(), gap.end());
      at = gap.end();
    }
    rest.keep(at, text.length());
    return Optional.of(rest);
  }

  /** The gaps and those of comments in their order, as one where there is nothing in between. */
  private Deque<Gap> merged(String text) {
    for (int comment = 0; comment < tokens.commentCount(); comment++) {
      gaps.add(new Gap(tokens.commentStart(comment), tokens.commentEnd(comment)));
    }
    gaps.sort(Comparator.comparingInt(Gap::start));
    Deque<Gap> merged = new ArrayDeque<>();
    for (Gap gap : gaps) {
      Gap last = merged.peekLast();
      if (last == null || !isBlank(text, last.end(), gap.start())) {
        merged.add(gap);
      } else if (gap.end() > last.end()) {
        merged.removeLast();
        merged.add(new Gap(last.start(), gap.end()));
      }
    }
    return merged;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
