package dev.ssot.rules.codebase.source;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.comments.CommentsCollection;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.modules.ModuleProvidesDirective;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.NameUse.Kind;
import dev.ssot.rules.codebase.SourceUnit.Uses;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.codebase.tokens.Symbols;
import dev.ssot.rules.codebase.tokens.UseNotes;
import dev.ssot.rules.model.Region;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Reads the uses of type names in one file: in code, in strings for reflective look-ups and in
 * documentation links. Of each name the first use in a top-level type is kept.
 */
final class UseReader {

  private final Interner interner;
  private final String packageName;
  private final MemberUses members;
  private final UseNotes notes;
  private String inType = "";

  UseReader(Interner interner, Set<String> watchedMembers, String packageName) {
    this.interner = interner;
    this.packageName = packageName;
    this.members = new MemberUses(watchedMembers);
    this.notes = new UseNotes(interner);
  }

  void read(CompilationUnit tree) {
    for (TypeDeclaration<?> type : tree.getTypes()) {
      inType = nameOf(type);
      members.enter(type, inType);
      walk(type);
    }
    tree.getModule()
        .ifPresent(
            module -> {
              inType = module.getNameAsString();
              walk(module);
            });
  }

  private String nameOf(TypeDeclaration<?> type) {
    String simple = type.getNameAsString();
    return interner.one(packageName.isEmpty() ? simple : packageName + "." + simple);
  }

  private void walk(Node root) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (visit(node, open)) {
        node.getChildNodes().forEach(open::push);
      }
    }
  }

  /** Notes what a node uses; returns whether its children are still to be visited. */
  private boolean visit(Node node, Deque<Node> open) {
    if (node instanceof ClassOrInterfaceType type) {
      notes.type(type.getNameWithScope(), Regions.of(type.getName()), Regions.of(type), inType);
      type.getTypeArguments().ifPresent(arguments -> arguments.forEach(open::push));
      type.getAnnotations().forEach(open::push);
      return false;
    }
    if (node instanceof AnnotationExpr annotation) {
      notes.type(
          annotation.getNameAsString(),
          Regions.of(annotation.getName()),
          Regions.of(annotation),
          inType);
    } else if (node instanceof FieldAccessExpr access) {
      members.access(access);
      return !chain(access);
    } else if (node instanceof NameExpr name) {
      members.name(name);
      expressionName(name.getNameAsString(), Regions.of(name));
    } else if (node instanceof StringLiteralExpr literal) {
      notes.string(literal.getValue(), Regions.of(literal), inType);
    } else if (node instanceof MethodCallExpr call) {
      if (Symbols.LOOK_UPS.contains(call.getNameAsString())) {
        notes.lookUp();
      }
      members.call(call);
    } else if (node instanceof MethodReferenceExpr reference) {
      members.reference(reference);
    } else if (node instanceof ModuleProvidesDirective provides) {
      provides
          .getWith()
          .forEach(name -> notes.note(Kind.SERVICE, name.asString(), Regions.of(name), inType));
      return false;
    }
    return true;
  }

  /** Notes a chain of plain names such as {@code a.b.Type.CONSTANT}; false if it is none. */
  private boolean chain(FieldAccessExpr access) {
    String text = plainChain(access);
    if (text.isEmpty()) {
      return false;
    }
    notes.chain(text, Regions.of(access), inType);
    return true;
  }

  private static String plainChain(FieldAccessExpr access) {
    if (access.getScope() instanceof NameExpr head) {
      return head.getNameAsString() + "." + access.getNameAsString();
    }
    if (access.getScope() instanceof FieldAccessExpr inner) {
      String text = plainChain(inner);
      return text.isEmpty() ? "" : text + "." + access.getNameAsString();
    }
    return "";
  }

  private void expressionName(String name, Region region) {
    if (Character.isUpperCase(name.charAt(0))) {
      notes.note(Kind.SIMPLE, name, region, inType);
    }
  }

  /** Notes the links of documentation comments. */
  void readLinks(CommentsCollection comments, CompilationUnit tree) {
    String type = tree.getTypes().isEmpty() ? packageName : nameOf(tree.getTypes().get(0));
    for (Comment comment : comments.getComments()) {
      if (comment.isJavadocComment() && comment.getRange().isPresent()) {
        Position begin = comment.getRange().get().begin;
        notes.links(comment.getContent(), begin.line, begin.column, type);
      }
    }
  }

  Uses result(ValueFacts values) {
    return new Uses(notes.result(), members.result(), values);
  }
}
