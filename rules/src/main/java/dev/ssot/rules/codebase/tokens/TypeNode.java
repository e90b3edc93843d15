package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import java.util.ArrayList;
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

  /** What stands before the keyword, the type or the name of a declaration. */
  static final class Head {

    private final int first;
    private int modifiers;
    private List<Integer> annotations = List.of();

    private Head(int first) {
      this.first = first;
    }

    static Head at(int first) {
      return new Head(first);
    }

    /** Its first token. */
    int first() {
      return first;
    }

    Set<Modifier> modifiers() {
      return Modifier.set(modifiers);
    }

    void add(Modifier modifier) {
      modifiers |= modifier.bit();
    }

    /** The last tokens of the names of its annotations. */
    List<Integer> annotations() {
      return annotations;
    }

    void addAnnotation(int lastOfName) {
      if (annotations.isEmpty()) {
        annotations = new ArrayList<>();
      }
      annotations.add(lastOfName);
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
