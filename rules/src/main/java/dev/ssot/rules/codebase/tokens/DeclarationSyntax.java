package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.tokens.MemberNode.Body;
import dev.ssot.rules.codebase.tokens.MemberNode.Sort;
import dev.ssot.rules.codebase.tokens.MemberNode.Variable;
import dev.ssot.rules.codebase.tokens.MemberNode.Written;
import dev.ssot.rules.codebase.tokens.TypeNode.Head;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.ArrayList;
import java.util.List;

/** The grammar of declarations: types and their members. */
final class DeclarationSyntax extends StatementSyntax {

  DeclarationSyntax(Tokens tokens, NameSink names) {
    super(tokens, names);
  }

  /** Reads modifiers and annotations. */
  Head head() {
    Head head = Head.at(at());
    boolean more = true;
    while (more) {
      if (is(Kind.AT) && kind(at() + 1) != Kind.INTERFACE) {
        head.addAnnotation(annotation());
      } else if (kind().sort() == Kind.Sort.MODIFIER || isSealed()) {
        add(head, kind());
        advance();
      } else {
        more = false;
      }
    }
    return head;
  }

  private boolean isSealed() {
    Kind next = kind(at() + 1);
    return is(Kind.SEALED)
        && (next.sort() == Kind.Sort.MODIFIER || next == Kind.CLASS || next == Kind.INTERFACE);
  }

  private static void add(Head head, Kind kind) {
    switch (kind) {
      case PUBLIC -> head.add(Modifier.PUBLIC);
      case PROTECTED -> head.add(Modifier.PROTECTED);
      case PRIVATE -> head.add(Modifier.PRIVATE);
      case STATIC -> head.add(Modifier.STATIC);
      case ABSTRACT -> head.add(Modifier.ABSTRACT);
      case FINAL -> head.add(Modifier.FINAL);
      default -> {}
    }
  }

  @Override
  void localType() {
    type(head());
  }

  @Override
  void anonymousBody() {
    body(new TypeNode(Head.at(at()), TypeKind.CLASS, at()));
  }

  /** Reads the declaration of a type from its keyword on. */
  TypeNode type(Head head) {
    return switch (kind()) {
      case CLASS -> classLike(head, TypeKind.CLASS);
      case INTERFACE -> classLike(head, TypeKind.INTERFACE);
      case ENUM -> enumeration(head);
      case RECORD -> recordType(head);
      case AT -> {
        advance();
        yield classLike(head, TypeKind.ANNOTATION);
      }
      default -> throw unsure();
    };
  }

  private TypeNode classLike(Head head, TypeKind kind) {
    advance();
    TypeNode type = new TypeNode(head, kind, name());
    typeParameters();
    if (accept(Kind.EXTENDS)) {
      supertypes(type);
    }
    if (accept(Kind.IMPLEMENTS)) {
      supertypes(type);
    }
    if (is(Kind.PERMITS)) {
      advance();
      do {
        annotations();
        classType();
      } while (accept(Kind.COMMA));
    }
    body(type);
    return type;
  }

  private void supertypes(TypeNode type) {
    do {
      annotations();
      int first = at();
      type.supertypes().add(new Span(first, classType()));
    } while (accept(Kind.COMMA));
  }

  private TypeNode enumeration(Head head) {
    advance();
    TypeNode type = new TypeNode(head, TypeKind.ENUM, name());
    if (accept(Kind.IMPLEMENTS)) {
      supertypes(type);
    }
    expect(Kind.LEFT_BRACE);
    while (!is(Kind.SEMICOLON) && !is(Kind.RIGHT_BRACE)) {
      entry(type);
      if (!is(Kind.SEMICOLON) && !is(Kind.RIGHT_BRACE)) {
        expect(Kind.COMMA);
      }
    }
    accept(Kind.SEMICOLON);
    members(type);
    return type;
  }

  private void entry(TypeNode type) {
    Head head = Head.at(at());
    annotations();
    int name = name();
    if (is(Kind.LEFT_PAREN)) {
      arguments();
    }
    if (is(Kind.LEFT_BRACE)) {
      anonymousBody();
    }
    add(type, Sort.ENTRY, head, name, Written.nothing(), List.of(), Body.none());
  }

  private void add(
      TypeNode type,
      Sort sort,
      Head head,
      int name,
      Written written,
      List<Variable> variables,
      Body body) {
    Span span = new Span(head.first(), at() - 1);
    type.members().add(new MemberNode(sort, head, span, name, written, variables, body));
  }

  private TypeNode recordType(Head head) {
    advance();
    TypeNode type = new TypeNode(head, TypeKind.RECORD, name());
    typeParameters();
    expect(Kind.LEFT_PAREN);
    if (!is(Kind.RIGHT_PAREN)) {
      do {
        component(type);
      } while (accept(Kind.COMMA));
    }
    expect(Kind.RIGHT_PAREN);
    if (accept(Kind.IMPLEMENTS)) {
      supertypes(type);
    }
    body(type);
    return type;
  }

  private void component(TypeNode type) {
    Head head = head();
    Variable variable = parameter();
    List<Variable> itself = List.of(variable);
    add(type, Sort.COMPONENT, head, variable.name(), variable.type(), itself, Body.none());
  }

  private void body(TypeNode type) {
    expect(Kind.LEFT_BRACE);
    members(type);
  }

  /** Reads members up to the closing brace, and that too. */
  private void members(TypeNode type) {
    while (!is(Kind.RIGHT_BRACE)) {
      if (!accept(Kind.SEMICOLON)) {
        member(type);
      }
    }
    type.endAt(at());
    advance();
  }

  private void member(TypeNode type) {
    Head head = head();
    if (is(Kind.SEALED) || (is(Kind.RECORD) && !beginsType(at()))) {
      throw new Unsure("a word that may be a modifier");
    }
    if (is(Kind.LEFT_BRACE)) {
      checkInitializer(type, head);
      block();
      add(type, Sort.OTHER, head, at(), Written.nothing(), List.of(), Body.none());
    } else if (beginsType(at())) {
      type.nested().add(type(head));
    } else {
      typeParameters();
      if (kind().isName() && kind(at() + 1) == Kind.LEFT_PAREN) {
        constructor(type, head);
      } else if (kind().isName() && kind(at() + 1) == Kind.LEFT_BRACE) {
        compactConstructor(type, head);
      } else {
        typed(type, head);
      }
    }
  }

  /** A block among members is static or has no modifiers. */
  private void checkInitializer(TypeNode type, Head head) {
    int modifiers = at() - head.first();
    boolean isStatic = modifiers == 1 && head.modifiers().contains(Modifier.STATIC);
    if (type.kind() == TypeKind.ANNOTATION || (modifiers > 0 && !isStatic)) {
      throw unsure();
    }
  }

  private void constructor(TypeNode type, Head head) {
    int name = name();
    List<Variable> parameters = parameters();
    thrown();
    Body body = methodBody();
    add(type, Sort.CONSTRUCTOR, head, name, Written.nothing(), parameters, body);
  }

  private void compactConstructor(TypeNode type, Head head) {
    if (type.kind() != TypeKind.RECORD) {
      throw unsure();
    }
    int name = name();
    block();
    add(type, Sort.OTHER, head, name, Written.nothing(), List.of(), Body.none());
  }

  private void typed(TypeNode type, Head head) {
    boolean nothing = is(Kind.VOID);
    Written written = nothing ? new Written(new Span(at(), at()), 0) : written();
    if (nothing) {
      advance();
    }
    int name = name();
    if (nothing || is(Kind.LEFT_PAREN)) {
      method(type, head, written, name);
    } else {
      fields(type, head, written, name);
    }
  }

  private Written written() {
    annotations();
    int first = at();
    type();
    return new Written(new Span(first, at() - 1), 0);
  }

  private void method(TypeNode type, Head head, Written written, int name) {
    List<Variable> parameters = parameters();
    Written returns = written.with(dimensions());
    if (type.kind() == TypeKind.ANNOTATION) {
      if (accept(Kind.DEFAULT)) {
        elementValue();
      }
      expect(Kind.SEMICOLON);
      add(type, Sort.OTHER, head, name, returns, List.of(), Body.none());
      return;
    }
    thrown();
    Body body = Body.none();
    if (!accept(Kind.SEMICOLON)) {
      body = methodBody();
    }
    add(type, Sort.METHOD, head, name, returns, parameters, body);
  }

  private Body methodBody() {
    int first = at() + 1;
    int count = statements();
    return new Body(new Span(first, at() - 2), count);
  }

  private void thrown() {
    if (accept(Kind.THROWS)) {
      do {
        type();
      } while (accept(Kind.COMMA));
    }
  }

  private void fields(TypeNode type, Head head, Written written, int first) {
    List<Variable> variables = new ArrayList<>();
    variables.add(variable(written, first));
    while (accept(Kind.COMMA)) {
      variables.add(variable(written, name()));
    }
    expect(Kind.SEMICOLON);
    add(type, Sort.FIELD, head, first, written, variables, Body.none());
  }

  private Variable variable(Written written, int name) {
    Written own = written.with(dimensions());
    if (accept(Kind.ASSIGN)) {
      initializer();
    }
    return new Variable(name, own, false);
  }

  private List<Variable> parameters() {
    expect(Kind.LEFT_PAREN);
    List<Variable> parameters = new ArrayList<>();
    if (!is(Kind.RIGHT_PAREN)) {
      do {
        head();
        rejectReceiver();
        parameters.add(parameter());
      } while (accept(Kind.COMMA));
    }
    expect(Kind.RIGHT_PAREN);
    return parameters;
  }

  /** A parameter that is called {@code this} is none. */
  private void rejectReceiver() {
    int end = skipType(at());
    boolean qualified = end != NOTHING && kind(end).isName() && kind(end + 1) == Kind.DOT;
    if (end == NOTHING || qualified || kind(end) == Kind.THIS) {
      throw new Unsure("a parameter that may stand for the receiver");
    }
  }

  private Variable parameter() {
    Written written = written();
    boolean annotated = is(Kind.AT);
    annotations();
    boolean variable = accept(Kind.ELLIPSIS);
    if (annotated && !variable) {
      throw unsure();
    }
    int name = name();
    return new Variable(name, written.with(dimensions()), variable);
  }
}
