package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the skeleton of an adapter: a class that has some methods of one type and holds another
 * one, to which a person makes them forward.
 *
 * <p>It stands in the package of the type that it replaces and takes over its imports, so that it
 * compiles as it is.
 */
final class AdapterWriter {

  private final CompilationUnit tree;
  private final TypeEntry from;
  private final TypeDeclaration<?> type;
  private final String canonical;
  private final StringBuilder text = new StringBuilder();

  /**
   * A writer.
   *
   * @param canonical the other type with wildcards for its type parameters
   */
  AdapterWriter(CompilationUnit tree, TypeEntry from, TypeDeclaration<?> type, String canonical) {
    this.tree = tree;
    this.from = from;
    this.type = type;
    this.canonical = canonical;
  }

  /**
   * The text of the class; the empty string if the type has none of the methods itself.
   *
   * @param name the simple name of the class
   */
  String write(String name, Set<String> methods) {
    List<MethodDeclaration> wanted =
        type.getMembers().stream()
            .filter(BodyDeclaration::isMethodDeclaration)
            .map(BodyDeclaration::asMethodDeclaration)
            .filter(method -> methods.contains(method.getNameAsString()) && !method.isPrivate())
            .toList();
    if (wanted.isEmpty()) {
      return "";
    }
    wanted.forEach(this::write);
    return head(name) + text + "}\n";
  }

  private String head(String name) {
    StringBuilder head = new StringBuilder();
    if (!from.unit().packageName().isEmpty()) {
      head.append("package ").append(from.unit().packageName()).append(";\n\n");
    }
    Set<String> imports = imports();
    imports.forEach(single -> head.append("import ").append(single).append(";\n"));
    head.append(imports.isEmpty() ? "" : "\n")
        .append("final class ")
        .append(name)
        .append(variables())
        .append(" {\n\n  private final ")
        .append(canonical)
        .append(" canonical;\n\n  ")
        .append(name)
        .append('(')
        .append(canonical)
        .append(" canonical) {\n    this.canonical = canonical;\n  }\n");
    return head.toString();
  }

  /** The imports of the type that its methods need; member types of it have to be imported here. */
  private Set<String> imports() {
    Set<String> imports = new TreeSet<>();
    for (ImportDeclaration single : tree.getImports()) {
      boolean needed =
          single.isAsterisk()
              || !WordScanner.inCode(variables() + text, Set.of(single.getName().getIdentifier()))
                  .isEmpty();
      if (needed && !single.isStatic() && !single.isModule()) {
        imports.add(single.getNameAsString() + (single.isAsterisk() ? ".*" : ""));
      }
    }
    boolean nested =
        type.getMembers().stream()
            .anyMatch(
                member -> member instanceof TypeDeclaration<?> declared && !declared.isPrivate());
    if (nested) {
      imports.add(from.name() + ".*");
    }
    return imports;
  }

  private String variables() {
    return type instanceof NodeWithTypeParameters<?> generic ? written(generic) : "";
  }

  private static String written(NodeWithTypeParameters<?> generic) {
    return generic.getTypeParameters().isEmpty()
        ? ""
        : generic.getTypeParameters().stream()
            .map(AdapterWriter::written)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String written(TypeParameter variable) {
    String bounds =
        variable.getTypeBound().stream()
            .map(bound -> bound.asString())
            .collect(Collectors.joining(" & "));
    return variable.getNameAsString() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }

  private void write(MethodDeclaration method) {
    String parameters =
        method.getParameters().stream()
            .map(AdapterWriter::written)
            .collect(Collectors.joining(", "));
    String thrown =
        method.getThrownExceptions().stream()
            .map(ReferenceType::asString)
            .collect(Collectors.joining(", "));
    String variables = written(method);
    text.append("\n  ")
        .append(method.isPublic() || isInInterface() ? "public " : "")
        .append(method.isStatic() ? "static " : "")
        .append(variables.isEmpty() ? "" : variables + " ")
        .append(method.getType().asString())
        .append(' ')
        .append(method.getNameAsString())
        .append('(')
        .append(parameters)
        .append(')')
        .append(thrown.isEmpty() ? "" : " throws " + thrown)
        .append(" {\n    throw new UnsupportedOperationException(\"")
        .append(method.getNameAsString())
        .append(" is still to be adapted\");\n  }\n");
  }

  private boolean isInInterface() {
    return type.isClassOrInterfaceDeclaration()
        && type.asClassOrInterfaceDeclaration().isInterface();
  }

  private static String written(Parameter parameter) {
    return parameter.getType().asString()
        + (parameter.isVarArgs() ? "... " : " ")
        + parameter.getNameAsString();
  }
}
