package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.WildcardType;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.TypeNames;
import dev.ssot.rules.codebase.TypeShape;
import dev.ssot.rules.codebase.TypeShape.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the shape of one type. */
final class ShapeReader {

  private static final String CONSTRUCTOR = "<init>";

  private static final Set<Modifier> PUBLIC = Set.of(Modifier.PUBLIC);

  private final TypeNames names;
  private final TypeEntry entry;
  private final TypeDeclaration<?> type;
  private final List<Member> members = new ArrayList<>();
  private final Set<String> nested = new TreeSet<>();

  ShapeReader(TypeNames names, TypeEntry entry, TypeDeclaration<?> type) {
    this.names = names;
    this.entry = entry;
    this.type = type;
  }

  TypeShape read() {
    List<TypeParameter> parameters =
        type instanceof NodeWithTypeParameters<?> generic ? generic.getTypeParameters() : List.of();
    Set<String> variables = named(parameters);
    type.getMembers().forEach(member -> add(member, variables));
    if (type instanceof RecordDeclaration declared) {
      addComponents(declared, variables);
    } else if (type instanceof EnumDeclaration declared) {
      declared.getEntries().forEach(one -> add("constant", one.getNameAsString(), "", PUBLIC));
    } else if (type instanceof AnnotationDeclaration) {
      type.getAnnotations().stream()
          .map(Object::toString)
          .sorted()
          .forEach(one -> add("annotated", "@", one, PUBLIC));
    }
    addDefaultConstructor();
    members.sort(Comparator.comparing(Member::form));
    boolean generating = entry.type().hasMadeMembers();
    return new TypeShape(entry, written(parameters, variables), members, nested, generating);
  }

  private static Set<String> named(List<TypeParameter> parameters) {
    return parameters.stream().map(TypeParameter::getNameAsString).collect(Collectors.toSet());
  }

  private void add(BodyDeclaration<?> member, Set<String> variables) {
    if (member instanceof CallableDeclaration<?> callable) {
      add(callable, variables);
    } else if (member instanceof FieldDeclaration field) {
      Set<Modifier> modifiers = modifiers(field.getModifiers());
      if (entry.type().kind() == TypeKind.INTERFACE || type instanceof AnnotationDeclaration) {
        modifiers.add(Modifier.STATIC);
      }
      for (VariableDeclarator variable : field.getVariables()) {
        add("field", variable.getNameAsString(), written(variable.getType(), variables), modifiers);
      }
    } else if (member instanceof AnnotationMemberDeclaration element) {
      String fallback = element.getDefaultValue().isPresent() ? " default" : "";
      String of = written(element.getType(), variables) + fallback;
      add("element", element.getNameAsString(), of, PUBLIC);
    } else if (member instanceof TypeDeclaration<?> declared && !declared.isPrivate()) {
      nested.add(declared.getNameAsString());
    }
  }

  private void add(CallableDeclaration<?> callable, Set<String> ofType) {
    Set<String> variables = new HashSet<>(ofType);
    variables.addAll(named(callable.getTypeParameters()));
    String result =
        callable instanceof MethodDeclaration method ? written(method.getType(), variables) : "";
    String thrown =
        callable.getThrownExceptions().stream()
            .map(one -> written(one, variables))
            .sorted()
            .collect(Collectors.joining(","));
    String form =
        "%s(%s)%s!%s"
            .formatted(
                written(callable.getTypeParameters(), variables),
                callable.getParameters().stream()
                    .map(one -> written(one, variables))
                    .collect(Collectors.joining(",")),
                result,
                thrown);
    Set<Modifier> modifiers = modifiers(callable.getModifiers());
    if (callable instanceof MethodDeclaration method
        && entry.type().kind() == TypeKind.INTERFACE
        && method.getBody().isEmpty()) {
      modifiers.add(Modifier.ABSTRACT);
    }
    String name = callable instanceof MethodDeclaration ? callable.getNameAsString() : CONSTRUCTOR;
    add("method", name, form, modifiers);
  }

  private String written(Parameter parameter, Set<String> variables) {
    return written(parameter.getType(), variables) + (parameter.isVarArgs() ? "..." : "");
  }

  private void addComponents(RecordDeclaration declared, Set<String> variables) {
    List<String> types = new ArrayList<>();
    for (Parameter component : declared.getParameters()) {
      String of = written(component, variables);
      types.add(of);
      add("method", component.getNameAsString(), "()" + of + "!", PUBLIC);
    }
    add("components", CONSTRUCTOR, String.join(",", types), PUBLIC);
  }

  private void addDefaultConstructor() {
    boolean constructed =
        type.getMembers().stream().anyMatch(one -> one.isConstructorDeclaration());
    if (!constructed && entry.type().kind() == TypeKind.CLASS) {
      add("method", CONSTRUCTOR, "()!", entry.type().declaration().modifiers());
    }
  }

  private void add(String kind, String name, String form, Set<Modifier> modifiers) {
    if (!modifiers.contains(Modifier.PRIVATE)) {
      String where = modifiers.contains(Modifier.STATIC) ? "static " : "";
      boolean constructor = name.equals(CONSTRUCTOR);
      members.add(
          new Member(name, (constructor ? "" : where) + kind + " " + name + " " + form, modifiers));
    }
  }

  private Set<Modifier> modifiers(NodeList<com.github.javaparser.ast.Modifier> written) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(TypeReader.modifiers(written));
    boolean open =
        entry.type().kind() == TypeKind.INTERFACE || entry.type().kind() == TypeKind.ANNOTATION;
    if (open && !modifiers.contains(Modifier.PRIVATE)) {
      modifiers.add(Modifier.PUBLIC);
    }
    return modifiers;
  }

  private String written(List<TypeParameter> parameters, Set<String> variables) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(
                one ->
                    one.getNameAsString()
                        + one.getTypeBound().stream()
                            .map(bound -> ":" + written(bound, variables))
                            .collect(Collectors.joining()))
            .collect(Collectors.joining(",", "<", ">"));
  }

  /** A type with the full names of what it names; annotations are no part of it. */
  private String written(Type written, Set<String> variables) {
    if (written instanceof ArrayType array) {
      return written(array.getComponentType(), variables) + "[]";
    }
    if (written instanceof WildcardType wildcard) {
      return "?"
          + wildcard.getExtendedType().map(one -> "+" + written(one, variables)).orElse("")
          + wildcard.getSuperType().map(one -> "-" + written(one, variables)).orElse("");
    }
    if (written instanceof ClassOrInterfaceType named) {
      String name = named.getNameWithScope();
      String full = variables.contains(name) ? "" : names.of(name);
      return (full.isEmpty() ? name : full)
          + named
              .getTypeArguments()
              .map(
                  all ->
                      all.stream()
                          .map(one -> written(one, variables))
                          .collect(Collectors.joining(",", "<", ">")))
              .orElse("");
    }
    return written.asString();
  }
}
