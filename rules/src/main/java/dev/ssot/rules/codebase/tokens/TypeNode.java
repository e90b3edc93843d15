package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The declaration of a type, in tokens; filled while it is read. */
final class TypeNode {

  private final Head head;
  private final TypeKind kind;
  private final int name;
  private final List<Span> supertypes = new ArrayList<>();
  private final List<MemberNode> members = new ArrayList<>();
  private final List<TypeNode> nested = new ArrayList<>();
  private int last;

  /**
   * Some tokens in a row.
   *
   * @param first the first
   * @param last the last; before the first for none
   */
  record Span(int first, int last) {}

  /**
   * What stands before the keyword, the type or the name of a declaration.
   *
   * @param first its first token
   * @param annotations the last tokens of the names of its annotations
   */
  record Head(int first, Set<Modifier> modifiers, List<Integer> annotations) {

    static Head at(int first) {
      return new Head(first, EnumSet.noneOf(Modifier.class), new ArrayList<>());
    }
  }

  TypeNode(Head head, TypeKind kind, int name) {
    this.head = head;
    this.kind = kind;
    this.name = name;
  }

  Head head() {
    return head;
  }

  TypeKind kind() {
    return kind;
  }

  /** The token of its name. */
  int name() {
    return name;
  }

  /** Its last token. */
  int last() {
    return last;
  }

  void endAt(int token) {
    last = token;
  }

  /** The names of its super-types, type arguments left out. */
  List<Span> supertypes() {
    return supertypes;
  }

  /** Its members in the order in which they stand, nested types apart. */
  List<MemberNode> members() {
    return members;
  }

  List<TypeNode> nested() {
    return nested;
  }
}
