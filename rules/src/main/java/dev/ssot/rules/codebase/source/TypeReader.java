package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeFact.Declaration;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.tokens.Fingerprinter;
import dev.ssot.rules.codebase.tokens.VocabularyNotes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads type declarations, nested ones included. Not safe for concurrent use. */
final class TypeReader {

  private final Interner interner;
  private final List<TypeFact> types;
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final VocabularyNotes vocabulary;

  TypeReader(Interner interner, VocabularyNotes vocabulary, List<TypeFact> types) {
    this.interner = interner;
    this.vocabulary = vocabulary;
    this.types = types;
  }

  void read(TypeDeclaration<?> type, String packageName, String enclosing) {
    String outer = enclosing.isEmpty() ? packageName : enclosing;
    String simpleName = type.getNameAsString();
    String name = interner.one(outer.isEmpty() ? simpleName : outer + "." + simpleName);
    int place = types.size();
    MemberReader members = new MemberReader(interner, fingerprinter, vocabulary, type);
    List<TypeDeclaration<?>> nested = new ArrayList<>();
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> inner) {
        nested.add(inner);
      } else {
        members.read(member);
      }
    }
    types.add(place, members.fact(name, enclosing, declaration(type)));
    nested.forEach(inner -> read(inner, packageName, name));
  }

  private Declaration declaration(TypeDeclaration<?> type) {
    return new Declaration(
        kind(type),
        modifiers(type.getModifiers()),
        Regions.of(type.getName()),
        Regions.of(type),
        annotations(type).map(interner::one).toList(),
        supertypes(type).map(interner::one).toList());
  }

  /** The Javadoc tag deprecates as the annotation does, which it is older than. */
  private static Stream<String> annotations(TypeDeclaration<?> type) {
    Stream<String> written =
        type.getAnnotations().stream().map(annotation -> annotation.getName().getIdentifier());
    boolean tagged =
        !type.isAnnotationPresent(TypeFact.DEPRECATED)
            && Nodes.commentBefore(type)
                .map(JavaToken::getText)
                .filter(TypeFact::deprecates)
                .isPresent();
    return tagged ? Stream.concat(written, Stream.of(TypeFact.DEPRECATED)) : written;
  }

  private static TypeKind kind(TypeDeclaration<?> type) {
    if (type instanceof EnumDeclaration) {
      return TypeKind.ENUM;
    }
    if (type instanceof RecordDeclaration) {
      return TypeKind.RECORD;
    }
    if (type instanceof AnnotationDeclaration) {
      return TypeKind.ANNOTATION;
    }
    return ((ClassOrInterfaceDeclaration) type).isInterface() ? TypeKind.INTERFACE : TypeKind.CLASS;
  }

  private static Stream<String> supertypes(TypeDeclaration<?> type) {
    Stream<ClassOrInterfaceType> named = Stream.empty();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      named =
          Stream.of(declared.getExtendedTypes(), declared.getImplementedTypes())
              .flatMap(NodeList::stream);
    } else if (type instanceof EnumDeclaration declared) {
      named = declared.getImplementedTypes().stream();
    } else if (type instanceof RecordDeclaration declared) {
      named = declared.getImplementedTypes().stream();
    }
    return named.map(ClassOrInterfaceType::getNameWithScope);
  }

  static Set<Modifier> modifiers(NodeList<com.github.javaparser.ast.Modifier> written) {
    EnumSet<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    for (com.github.javaparser.ast.Modifier modifier : written) {
      switch (modifier.getKeyword()) {
        case PUBLIC -> modifiers.add(Modifier.PUBLIC);
        case PROTECTED -> modifiers.add(Modifier.PROTECTED);
        case PRIVATE -> modifiers.add(Modifier.PRIVATE);
        case STATIC -> modifiers.add(Modifier.STATIC);
        case ABSTRACT -> modifiers.add(Modifier.ABSTRACT);
        case FINAL -> modifiers.add(Modifier.FINAL);
        default -> {}
      }
    }
    return modifiers;
  }

  /** Whether a token is a string literal or a text block. */
  static boolean isString(JavaToken token) {
    return token.getText().startsWith("\"");
  }
}
