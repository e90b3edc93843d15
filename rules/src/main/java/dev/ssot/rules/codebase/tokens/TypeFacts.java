package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeFact.Declaration;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.tokens.MemberNode.Sort;
import dev.ssot.rules.codebase.tokens.MemberNode.Variable;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns declarations into facts. Not safe for concurrent use. */
final class TypeFacts {

  private final Tokens tokens;
  private final Interner interner;
  private final VocabularyNotes vocabulary;
  private final Fingerprinter fingerprinter;
  private final WrittenTypes written;
  private final SmallBodies bodies;
  private final List<TypeFact> facts = new ArrayList<>();

  TypeFacts(
      Tokens tokens, Interner interner, VocabularyNotes vocabulary, Fingerprinter fingerprinter) {
    this.tokens = tokens;
    this.interner = interner;
    this.vocabulary = vocabulary;
    this.fingerprinter = fingerprinter;
    this.written = new WrittenTypes(tokens);
    this.bodies = new SmallBodies(tokens);
  }

  /** The facts of all types that were added. */
  List<TypeFact> facts() {
    return facts;
  }

  /** Adds a type and then those nested in it. */
  void add(TypeNode type, String packageName, String enclosing) {
    String outer = enclosing.isEmpty() ? packageName : enclosing;
    String simpleName = tokens.symbol(type.name()).text();
    String name = interner.one(outer.isEmpty() ? simpleName : outer + "." + simpleName);
    facts.add(fact(type, name, enclosing));
    type.nested().forEach(inner -> add(inner, packageName, name));
  }

  private TypeFact fact(TypeNode type, String name, String enclosing) {
    noteCommentAt(type.head().first());
    List<MethodFact> methods = new ArrayList<>();
    List<FieldFact> fields = new ArrayList<>();
    int count = 0;
    for (MemberNode member : type.members()) {
      BodyFact body = body(member.span());
      count += body.tokens();
      if (member.sort() != Sort.ENTRY && member.sort() != Sort.COMPONENT) {
        noteCommentAt(member.span().first());
      }
      switch (member.sort()) {
        case METHOD, CONSTRUCTOR -> methods.add(method(member, type, body));
        case FIELD, ENTRY, COMPONENT -> addFields(fields, member, type);
        case OTHER -> {}
      }
    }
    return new TypeFact(
        name,
        enclosing,
        declaration(type),
        count,
        new TypeFact.Contents(
            methods, fields, vocabulary.take(methods.stream().map(MethodFact::name).toList())));
  }

  private void noteCommentAt(int token) {
    int comment = tokens.commentAt(token);
    if (comment >= 0) {
      note(comment);
    }
  }

  private void note(int comment) {
    vocabulary.comment(tokens.text(), tokens.commentStart(comment), tokens.commentEnd(comment));
  }

  private BodyFact body(Span span) {
    for (int token = span.first(); token <= span.last(); token++) {
      note(token, tokens.kind(token));
    }
    int end = tokens.commentsBefore(span.last());
    for (int comment = tokens.commentsBefore(span.first()); comment < end; comment++) {
      note(comment);
    }
    return fingerprinter.take();
  }

  private void note(int token, Kind kind) {
    int hash = tokens.hash(token);
    if (kind == Kind.IDENTIFIER) {
      Symbol symbol = tokens.symbol(token);
      vocabulary.identifier(symbol);
      fingerprinter.identifier(hash, symbol.isOfJdk(), symbol.isCapital());
    } else if (kind.sort() == Kind.Sort.LITERAL || kind == Kind.UNDERSCORE) {
      if (kind == Kind.STRING || kind == Kind.TEXT_BLOCK) {
        vocabulary.string(tokens.textOf(token));
      } else {
        vocabulary.other();
      }
      fingerprinter.literal(hash);
    } else {
      if (kind == Kind.LEFT_PAREN) {
        vocabulary.parenthesis();
      } else {
        vocabulary.other();
      }
      fingerprinter.other(hash);
    }
  }

  private Declaration declaration(TypeNode type) {
    return new Declaration(
        type.kind(),
        type.head().modifiers(),
        tokens.region(type.name()),
        tokens.region(type.head().first(), type.last()),
        annotations(type),
        type.supertypes().stream()
            .map(one -> tokens.dotted(one.first(), one.last()))
            .map(interner::one)
            .toList());
  }

  /** The Javadoc tag deprecates as the annotation does, which it is older than. */
  private List<String> annotations(TypeNode type) {
    List<String> names = new ArrayList<>();
    type.head().annotations().forEach(token -> names.add(tokens.symbol(token).text()));
    int comment = tokens.commentAt(type.head().first());
    if (comment >= 0
        && tokens.mayHoldTag(comment, 'd', 'd')
        && !names.contains(TypeFact.DEPRECATED)
        && TypeFact.deprecates(tokens.comment(comment))) {
      names.add(TypeFact.DEPRECATED);
    }
    return names;
  }

  private void addFields(List<FieldFact> fields, MemberNode member, TypeNode type) {
    if (member.sort() == Sort.ENTRY) {
      fields.add(
          field(member.name(), "", Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)));
      return;
    }
    Set<Modifier> modifiers = modifiers(member, type);
    for (Variable variable : member.variables()) {
      fields.add(field(variable.name(), written.text(variable.type()), modifiers));
    }
  }

  private static Set<Modifier> modifiers(MemberNode member, TypeNode type) {
    if (member.sort() == Sort.COMPONENT) {
      return Set.of(Modifier.PRIVATE, Modifier.FINAL);
    }
    return type.kind() == TypeKind.INTERFACE
        ? Set.of(Modifier.STATIC, Modifier.FINAL)
        : member.head().modifiers();
  }

  private FieldFact field(int name, String type, Set<Modifier> modifiers) {
    return new FieldFact(
        tokens.symbol(name).text(), interner.one(type), modifiers, tokens.region(name));
  }

  private MethodFact method(MemberNode member, TypeNode type, BodyFact body) {
    boolean method = member.sort() == Sort.METHOD;
    Region region = tokens.region(member.span().first(), member.span().last());
    boolean accessor = method && bodies.isAccessor(member);
    return new MethodFact(
        tokens.symbol(member.name()).text(),
        parameters(member),
        interner.one(method ? written.erased(member.type()) : ""),
        new MethodFact.Traits(member.head().modifiers(), overrides(member), accessor),
        region,
        body,
        interner.one(method ? bodies.receiver(member, type) : ""));
  }

  private List<String> parameters(MemberNode member) {
    if (member.variables().isEmpty()) {
      return List.of();
    }
    List<String> types = new ArrayList<>(member.variables().size());
    for (Variable parameter : member.variables()) {
      types.add(interner.one(written.erased(parameter)));
    }
    return types;
  }

  private boolean overrides(MemberNode member) {
    for (int name : member.head().annotations()) {
      if (tokens.symbol(name).text().equals("Override")) {
        return true;
      }
    }
    return false;
  }
}
