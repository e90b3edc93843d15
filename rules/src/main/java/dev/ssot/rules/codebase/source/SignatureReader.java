package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.DeclaredContract;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.Signature;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.TypeNames;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the members of types from one tree as their callers see them. */
final class SignatureReader {

  private final TypeNames names;

  SignatureReader(TypeNames names) {
    this.names = names;
  }

  /** The contracts of those types that stand where the first reading found them. */
  List<DeclaredContract> contracts(CompilationUnit tree, List<TypeEntry> entries) {
    List<DeclaredContract> contracts = new ArrayList<>();
    for (TypeEntry entry : entries) {
      Declarations.of(tree, entry)
          .ifPresent(type -> contracts.add(new DeclaredContract(entry, members(entry, type))));
    }
    return contracts;
  }

  private List<Signature> members(TypeEntry entry, TypeDeclaration<?> type) {
    List<Signature> members = new ArrayList<>();
    Set<String> variables = variables(type);
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof CallableDeclaration<?> callable) {
        members.add(callable(entry, callable, variables));
      } else if (member instanceof FieldDeclaration field) {
        field(entry, field, members);
      }
    }
    if (type instanceof RecordDeclaration declared) {
      components(entry, declared, variables, members);
    } else if (type instanceof EnumDeclaration declared) {
      for (EnumConstantDeclaration constant : declared.getEntries()) {
        members.add(constant(entry, constant));
      }
    }
    boolean constructed = members.stream().anyMatch(one -> one.kind() == Kind.CONSTRUCTOR);
    if (!constructed && entry.type().kind() == TypeKind.CLASS) {
      members.add(constructor(entry, List.of(), entry.type().declaration().modifiers()));
    }
    return members;
  }

  private static Set<String> variables(TypeDeclaration<?> type) {
    Set<String> variables = new HashSet<>();
    if (type instanceof NodeWithTypeParameters<?> generic) {
      generic.getTypeParameters().forEach(one -> variables.add(one.getNameAsString()));
    }
    return variables;
  }

  private Signature callable(TypeEntry entry, CallableDeclaration<?> callable, Set<String> ofType) {
    Set<String> variables = new HashSet<>(ofType);
    for (TypeParameter one : callable.getTypeParameters()) {
      variables.add(one.getNameAsString());
    }
    List<Signature.Parameter> parameters =
        callable.getParameters().stream().map(one -> parameter(one, variables)).toList();
    boolean varargs = callable.getParameters().stream().anyMatch(Parameter::isVarArgs);
    return new Signature(
        callable instanceof MethodDeclaration ? Kind.METHOD : Kind.CONSTRUCTOR,
        callable.getNameAsString(),
        parameters,
        varargs,
        callable instanceof MethodDeclaration method
            ? name(method.getType(), variables)
            : entry.name(),
        modifiers(entry, TypeReader.modifiers(callable.getModifiers())),
        Regions.of(callable));
  }

  private Signature.Parameter parameter(Parameter parameter, Set<String> variables) {
    String written = MemberReader.erased(parameter.getType());
    return new Signature.Parameter(
        parameter.getNameAsString(), name(parameter.getType(), variables), written);
  }

  private String name(Type type, Set<String> variables) {
    String written = Bodies.written(type);
    String element = written.replace("[]", "");
    return variables.contains(element) ? "" : names.of(written);
  }

  private void field(TypeEntry entry, FieldDeclaration field, List<Signature> into) {
    Set<Modifier> modifiers = modifiers(entry, TypeReader.modifiers(field.getModifiers()));
    if (entry.type().kind() == TypeKind.INTERFACE) {
      modifiers.add(Modifier.STATIC);
    }
    field
        .getVariables()
        .forEach(
            variable ->
                into.add(
                    new Signature(
                        Kind.FIELD,
                        variable.getNameAsString(),
                        List.of(),
                        false,
                        name(variable.getType(), Set.of()),
                        modifiers,
                        Regions.of(variable))));
  }

  private void components(
      TypeEntry entry, RecordDeclaration type, Set<String> variables, List<Signature> into) {
    List<Signature.Parameter> parameters =
        type.getParameters().stream().map(one -> parameter(one, variables)).toList();
    into.add(constructor(entry, parameters, Set.of(Modifier.PUBLIC)));
    for (Signature.Parameter one : parameters) {
      into.add(
          new Signature(
              Kind.METHOD,
              one.name(),
              List.of(),
              false,
              one.type(),
              Set.of(Modifier.PUBLIC),
              entry.type().declaration().name()));
    }
  }

  private static Signature constructor(
      TypeEntry entry, List<Signature.Parameter> parameters, Set<Modifier> modifiers) {
    return new Signature(
        Kind.CONSTRUCTOR,
        entry.type().simpleName(),
        parameters,
        false,
        entry.name(),
        modifiers,
        entry.type().declaration().name());
  }

  private static Signature constant(TypeEntry entry, EnumConstantDeclaration constant) {
    return new Signature(
        Kind.FIELD,
        constant.getNameAsString(),
        List.of(),
        false,
        entry.name(),
        Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
        Regions.of(constant));
  }

  /** The members of an interface are public without saying so. */
  private static Set<Modifier> modifiers(TypeEntry entry, Set<Modifier> written) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(written);
    if (entry.type().kind() == TypeKind.INTERFACE && !written.contains(Modifier.PRIVATE)) {
      modifiers.add(Modifier.PUBLIC);
    }
    return modifiers;
  }
}
