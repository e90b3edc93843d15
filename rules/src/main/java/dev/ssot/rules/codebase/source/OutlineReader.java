package dev.ssot.rules.codebase.source;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.ssot.rules.codebase.AnnotationFact;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.MethodOutline;
import dev.ssot.rules.codebase.MethodOutline.Remark;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the outlines of types from one tree. */
final class OutlineReader {

  /** A documentation comment ends at most so many lines above what it belongs to. */
  private static final int GAP = 1;

  private final CompilationUnit tree;
  private final List<Comment> comments;

  OutlineReader(ParseResult<CompilationUnit> result) {
    this.tree = result.getResult().orElseThrow();
    this.comments =
        result.getCommentsCollection().map(all -> List.copyOf(all.getComments())).orElse(List.of());
  }

  /** The outlines of those types that stand where the first reading found them. */
  List<TypeOutline> outlines(List<TypeEntry> entries) {
    List<TypeOutline> outlines = new ArrayList<>();
    for (TypeEntry entry : entries) {
      Declarations.of(tree, entry).ifPresent(type -> outlines.add(outline(entry, type)));
    }
    return outlines;
  }

  private TypeOutline outline(TypeEntry entry, TypeDeclaration<?> type) {
    List<MethodOutline> methods = new ArrayList<>();
    for (MethodDeclaration method : type.getMethods()) {
      Region region = Regions.of(method);
      entry.type().methods().stream()
          .filter(fact -> fact.region().equals(region))
          .findFirst()
          .filter(fact -> method.getBody().isPresent())
          .ifPresent(fact -> methods.add(outline(fact, method)));
    }
    return new TypeOutline(entry, documentation(type), annotations(type), methods);
  }

  private static List<AnnotationFact> annotations(TypeDeclaration<?> type) {
    return type.getAnnotations().stream()
        .map(one -> new AnnotationFact(one.getName().getIdentifier(), elements(one)))
        .toList();
  }

  private static Map<String, String> elements(AnnotationExpr annotation) {
    Map<String, String> elements = new TreeMap<>();
    if (annotation instanceof NormalAnnotationExpr normal) {
      normal
          .getPairs()
          .forEach(pair -> elements.put(pair.getNameAsString(), text(pair.getValue())));
    } else if (annotation instanceof SingleMemberAnnotationExpr single) {
      elements.put("value", text(single.getMemberValue()));
    }
    return elements;
  }

  private static String text(Expression value) {
    return value instanceof StringLiteralExpr literal ? literal.asString() : value.toString();
  }

  private MethodOutline outline(MethodFact fact, MethodDeclaration method) {
    Set<String> parameters = new LinkedHashSet<>();
    method.getParameters().stream()
        .map(NodeWithSimpleName::getNameAsString)
        .forEach(parameters::add);
    Outliner outliner = new Outliner(parameters);
    outliner.readAll(method.getBody().orElseThrow().getStatements());
    List<String> unread =
        parameters.stream().filter(name -> !outliner.read().contains(name)).toList();
    return new MethodOutline(fact, outliner.steps(), unread, remarks(method));
  }

  private List<Remark> remarks(MethodDeclaration method) {
    return comments.stream()
        .filter(comment -> isWithin(comment, method) || isAbove(comment, method))
        .map(comment -> new Remark(comment.getContent(), Regions.of(comment)))
        .toList();
  }

  private String documentation(TypeDeclaration<?> type) {
    return comments.stream()
        .filter(comment -> isAbove(comment, type))
        .map(Comment::getContent)
        .findFirst()
        .orElse("");
  }

  private static boolean isWithin(Comment comment, Node node) {
    return node.getRange().orElseThrow().contains(comment.getRange().orElseThrow());
  }

  private static boolean isAbove(Comment comment, Node node) {
    int gap = node.getRange().orElseThrow().begin.line - comment.getRange().orElseThrow().end.line;
    return comment.isJavadocComment() && gap >= 0 && gap <= GAP && !isWithin(comment, node);
  }
}
