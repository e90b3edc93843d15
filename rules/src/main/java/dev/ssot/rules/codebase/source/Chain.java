package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.modules.ModuleProvidesDirective;
import com.github.javaparser.ast.modules.ModuleUsesDirective;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name of one or more identifiers in code that may stand for a type or lead to one, such as
 * {@code Outer.Inner} or {@code com.acme.Sessions.MAX}.
 *
 * @param node the outermost node
 * @param expression whether a variable of that name would be meant in the first place
 */
record Chain(Node node, List<Part> parts, boolean expression) {

  /** An identifier with the offset of its first character and that behind its last. */
  record Part(String name, int start, int end) {}

  Chain {
    parts = List.copyOf(parts);
  }

  String root() {
    return parts.get(0).name();
  }

  /** The first {@code count} identifiers with dots between them. */
  String text(int count) {
    return parts.subList(0, count).stream().map(Part::name).collect(Collectors.joining("."));
  }

  int start() {
    return parts.get(0).start();
  }

  /** The offset behind the first {@code count} identifiers. */
  int end(int count) {
    return parts.get(count - 1).end();
  }

  /** The chain that starts at a node; none if it is a part of another chain or no name. */
  static Optional<Chain> at(Node node, Offsets offsets) {
    Node parent = node.getParentNode().orElse(null);
    if (node instanceof ClassOrInterfaceType type) {
      boolean member =
          parent instanceof ObjectCreationExpr creation
              && creation.getScope().isPresent()
              && Nodes.same(creation.getType(), type);
      boolean part =
          parent instanceof ClassOrInterfaceType around
              && around.getScope().filter(scope -> Nodes.same(scope, type)).isPresent();
      return member || part ? Optional.empty() : Optional.of(of(type, offsets));
    }
    if (node instanceof AnnotationExpr annotation) {
      return Optional.of(of(annotation, annotation.getName(), false, offsets));
    }
    if (node instanceof ThisExpr own) {
      return own.getTypeName().map(name -> of(own, name, false, offsets));
    }
    if (node instanceof SuperExpr own) {
      return own.getTypeName().map(name -> of(own, name, false, offsets));
    }
    if (node instanceof NameExpr || node instanceof FieldAccessExpr) {
      boolean part =
          parent instanceof FieldAccessExpr around && Nodes.same(around.getScope(), node);
      return part && isPlain(node) ? Optional.empty() : expression(node, offsets);
    }
    boolean service =
        node instanceof Name
            && (parent instanceof ModuleUsesDirective || parent instanceof ModuleProvidesDirective);
    return service ? Optional.of(of(node, (Name) node, false, offsets)) : Optional.empty();
  }

  private static boolean isPlain(Node node) {
    Node at = node;
    while (at instanceof FieldAccessExpr access) {
      at = access.getScope();
    }
    return at instanceof NameExpr;
  }

  private static Chain of(ClassOrInterfaceType whole, Offsets offsets) {
    List<Part> parts = new ArrayList<>();
    for (ClassOrInterfaceType at = whole; at != null; at = at.getScope().orElse(null)) {
      parts.add(part(at.getName().getIdentifier(), offsets.end(at.getName())));
    }
    Collections.reverse(parts);
    return new Chain(whole, parts, false);
  }

  private static Chain of(Node whole, Name name, boolean expression, Offsets offsets) {
    List<Part> parts = new ArrayList<>();
    for (Name at = name; at != null; at = at.getQualifier().orElse(null)) {
      parts.add(part(at.getIdentifier(), offsets.end(at)));
    }
    Collections.reverse(parts);
    return new Chain(whole, parts, expression);
  }

  private static Optional<Chain> expression(Node whole, Offsets offsets) {
    List<Part> parts = new ArrayList<>();
    Node at = whole;
    while (at instanceof FieldAccessExpr access) {
      parts.add(part(access.getNameAsString(), offsets.end(access.getName())));
      at = access.getScope();
    }
    if (!(at instanceof NameExpr head)) {
      return Optional.empty();
    }
    parts.add(part(head.getNameAsString(), offsets.end(head.getName())));
    Collections.reverse(parts);
    return Optional.of(new Chain(whole, parts, true));
  }

  private static Part part(String name, int end) {
    return new Part(name, end - name.length(), end);
  }

  /** The names of an import declaration. */
  static Chain of(Name imported, Offsets offsets) {
    return of(imported, imported, false, offsets);
  }
}
