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
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeFact.Declaration;
import dev.ssot.rules.codebase.tokens.Fingerprinter;
import dev.ssot.rules.codebase.tokens.VocabularyNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the members of one type, apart from nested types. */
final class MemberReader {

  private static final Set<String> PLAIN_WORDS = Set.of("true", "false", "null");

  private final Interner interner;
  private final Fingerprinter fingerprinter;
  private final VocabularyNotes vocabulary;
  private final TypeDeclaration<?> type;
  private final List<MethodFact> methods = new ArrayList<>();
  private final List<FieldFact> fields = new ArrayList<>();
  private int tokens;

  MemberReader(
      Interner interner,
      Fingerprinter fingerprinter,
      VocabularyNotes vocabulary,
      TypeDeclaration<?> type) {
    this.interner = interner;
    this.fingerprinter = fingerprinter;
    this.vocabulary = vocabulary;
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
    member.getTokenRange().ifPresent(range -> range.forEach(this::note));
    BodyFact body = fingerprinter.take();
    tokens += body.tokens();
    return body;
  }

  /** Notes the comment right before a declaration; comments inside are among its tokens. */
  private void readComment(Node documented) {
    Nodes.commentBefore(documented).map(JavaToken::getText).ifPresent(this::noteComment);
  }

  private void noteComment(String text) {
    vocabulary.comment(text);
  }

  private void note(JavaToken token) {
    JavaToken.Category category = token.getCategory();
    String text = token.getText();
    if (category.isComment()) {
      noteComment(text);
    } else if (category.isIdentifier()) {
      vocabulary.identifier(text);
      fingerprinter.identifier(text);
    } else if (category.isLiteral() && !PLAIN_WORDS.contains(text)) {
      if (TypeReader.isString(token)) {
        vocabulary.string(text);
      } else {
        vocabulary.other();
      }
      fingerprinter.literal(text.hashCode());
    } else if (!category.isWhitespace()) {
      if (text.equals("(")) {
        vocabulary.parenthesis();
      } else {
        vocabulary.other();
      }
      fingerprinter.other(text.hashCode());
    }
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
    return new TypeFact(
        name,
        enclosing,
        declaration,
        tokens,
        new TypeFact.Contents(
            methods, fields, vocabulary.take(methods.stream().map(MethodFact::name).toList())));
  }
}
