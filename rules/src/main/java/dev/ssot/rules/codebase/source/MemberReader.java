package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.Type;
import dev.ssot.rules.codebase.BodyFact;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeFact.Declaration;
import dev.ssot.rules.codebase.TypeFact.Vocabulary;
import dev.ssot.rules.codebase.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the members of one type, apart from nested types. */
final class MemberReader {

  private static final int SHORTEST_LITERAL = 4;
  private static final int LONGEST_LITERAL = 200;

  private final Interner interner;
  private final Fingerprinter fingerprinter;
  private final TypeDeclaration<?> type;
  private final SortedMap<String, Integer> words = new TreeMap<>();
  private final SortedMap<String, Integer> comments = new TreeMap<>();
  private final SortedMap<String, Integer> calls = new TreeMap<>();
  private final Set<String> literals = new TreeSet<>();
  private final List<MethodFact> methods = new ArrayList<>();
  private final List<FieldFact> fields = new ArrayList<>();
  private int tokens;
  private String previous = "";

  MemberReader(Interner interner, Fingerprinter fingerprinter, TypeDeclaration<?> type) {
    this.interner = interner;
    this.fingerprinter = fingerprinter;
    this.type = type;
    readHead();
  }

  private void readHead() {
    readComment(type);
    if (type instanceof EnumDeclaration declared) {
      declared.getEntries().forEach(this::readEntry);
    } else if (type instanceof RecordDeclaration declared) {
      declared.getParameters().forEach(this::readComponent);
    }
  }

  private void readEntry(com.github.javaparser.ast.body.EnumConstantDeclaration entry) {
    body(entry);
    fields.add(
        new FieldFact(
            interner.one(entry.getNameAsString()),
            "",
            Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
            Regions.of(entry.getName())));
  }

  private void readComponent(Parameter component) {
    body(component);
    fields.add(
        new FieldFact(
            interner.one(component.getNameAsString()),
            text(component.getType()),
            Set.of(Modifier.PRIVATE, Modifier.FINAL),
            Regions.of(component.getName())));
  }

  void read(BodyDeclaration<?> member) {
    BodyFact body = body(member);
    readComment(member);
    if (member instanceof CallableDeclaration<?> callable) {
      methods.add(method(callable, body));
    } else if (member instanceof FieldDeclaration field) {
      Set<Modifier> modifiers = TypeReader.modifiers(field.getModifiers());
      for (VariableDeclarator variable : field.getVariables()) {
        fields.add(
            new FieldFact(
                interner.one(variable.getNameAsString()),
                text(variable.getType()),
                isInterface() ? Set.of(Modifier.STATIC, Modifier.FINAL) : modifiers,
                Regions.of(variable.getName())));
      }
    }
  }

  private boolean isInterface() {
    return type.isClassOrInterfaceDeclaration()
        && type.asClassOrInterfaceDeclaration().isInterface();
  }

  private BodyFact body(Node member) {
    BodyFact body =
        member
            .getTokenRange()
            .map(range -> fingerprinter.of(range, this::note))
            .orElseGet(BodyFact::none);
    tokens += body.tokens();
    return body;
  }

  /** Notes the comment right before a declaration; comments inside are among its tokens. */
  private void readComment(Node documented) {
    Nodes.commentBefore(documented).ifPresent(this::noteComment);
  }

  private void noteComment(String text) {
    for (String stem : Words.stems(text)) {
      comments.merge(interner.one(stem), 1, Integer::sum);
    }
  }

  private void note(JavaToken token) {
    String text = token.getText();
    if (token.getCategory().isComment()) {
      noteComment(text);
      return;
    }
    if (token.getCategory().isIdentifier()) {
      for (String stem : Words.stems(text)) {
        words.merge(interner.one(stem), 1, Integer::sum);
      }
    } else if (text.equals("(") && !previous.isEmpty()) {
      calls.merge(interner.one(previous), 1, Integer::sum);
    } else if (TypeReader.isString(token)) {
      String literal = text.substring(1, Math.max(1, text.length() - 1));
      if (literal.length() >= SHORTEST_LITERAL && literal.length() <= LONGEST_LITERAL) {
        literals.add(interner.one(literal));
      }
    }
    previous = token.getCategory().isIdentifier() ? text : "";
  }

  private MethodFact method(CallableDeclaration<?> callable, BodyFact body) {
    String returns = callable instanceof MethodDeclaration method ? erased(method.getType()) : "";
    return new MethodFact(
        interner.one(callable.getNameAsString()),
        callable.getParameters().stream().map(MemberReader::erased).map(interner::one).toList(),
        interner.one(returns),
        new MethodFact.Traits(
            TypeReader.modifiers(callable.getModifiers()),
            callable.getAnnotationByName("Override").isPresent(),
            callable instanceof MethodDeclaration declared && Bodies.isAccessor(declared)),
        Regions.of(callable),
        body,
        interner.one(
            callable instanceof MethodDeclaration declared ? Bodies.receiver(declared, type) : ""));
  }

  private static String erased(Parameter parameter) {
    return erased(parameter.getType()) + (parameter.isVarArgs() ? "..." : "");
  }

  /** The simple name of a type without arguments and annotations; arrays keep their brackets. */
  static String erased(Type type) {
    if (type.isClassOrInterfaceType()) {
      return type.asClassOrInterfaceType().getNameAsString();
    }
    return type.isArrayType()
        ? erased(type.asArrayType().getComponentType()) + "[]"
        : type.asString();
  }

  private String text(Type written) {
    return interner.one(written.asString().replace(" ", ""));
  }

  TypeFact fact(String name, String enclosing, Declaration declaration) {
    methods.forEach(method -> calls.remove(method.name()));
    Vocabulary vocabulary =
        new Vocabulary(
            Words.repeated(words),
            Words.repeated(comments),
            Words.repeated(calls),
            List.copyOf(literals),
            tokens);
    return new TypeFact(name, enclosing, declaration, methods, fields, vocabulary);
  }
}
