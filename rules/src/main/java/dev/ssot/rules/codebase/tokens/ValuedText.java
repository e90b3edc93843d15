package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.tokens.MemberNode.Sort;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of a text the members that can hold no values, so that a parser has less to read.
 * Everything else stays on its line and in its column.
 */
final class ValuedText {

  private final Tokens tokens;
  private final ValueSigns signs;
  private final List<Span> gaps = new ArrayList<>();
  private boolean valued;

  ValuedText(Tokens tokens) {
    this.tokens = tokens;
    this.signs = new ValueSigns(tokens);
  }

  /** Looks at what stands in front of the types of a file. */
  void addFront(int first, int last) {
    valued |= signs.hasLiteral(new Span(first, last));
  }

  /** Looks at a type, and at those nested in it. */
  void add(TypeNode type) {
    valued |= signs.hasLiteral(new Span(type.head().first(), type.name()));
    for (MemberNode member : type.members()) {
      boolean holds = isKept(member, type) || signs.mayBeIn(member.span());
      valued |= holds;
      if (!holds && member.sort() != Sort.ENTRY && member.sort() != Sort.COMPONENT) {
        gaps.add(member.span());
      }
    }
    type.nested().forEach(this::add);
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

  /** The text without these members; nothing if no values can be in it. */
  Optional<String> rest(String text) {
    if (!valued) {
      return Optional.empty();
    }
    gaps.sort((one, other) -> Integer.compare(one.first(), other.first()));
    StringBuilder rest = new StringBuilder(text.length());
    int at = 0;
    for (Span gap : gaps) {
      int start = start(gap.first());
      rest.append(text, at, start);
      at = tokens.end(gap.last());
      blank(text, start, at, rest);
    }
    return Optional.of(rest.append(text, at, text.length()).toString());
  }

  /** Where a declaration begins, the comments right before it included. */
  private int start(int token) {
    int comment = token == 0 ? 0 : tokens.commentsBefore(token - 1);
    return comment < tokens.commentsBefore(token)
        ? tokens.commentStart(comment)
        : tokens.start(token);
  }

  /** Leaves the line ends of a stretch, and spaces for what stands on its last line. */
  private static void blank(String text, int start, int end, StringBuilder rest) {
    int line = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        rest.append(c);
        line = i + 1;
      }
    }
    rest.append(" ".repeat(end - line));
  }
}
