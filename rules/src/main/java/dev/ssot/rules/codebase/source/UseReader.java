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
import dev.ssot.rules.codebase.MemberUse;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.NameUse.Kind;
import dev.ssot.rules.codebase.SourceUnit.Uses;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.model.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the uses of type names in one file: in code, in strings for reflective look-ups and in
 * documentation links. Of each name the first use in a top-level type is kept.
 */
final class UseReader {

  private static final Pattern QUALIFIED_TYPE =
      Pattern.compile(
          "(?:[\\p{javaLowerCase}_][\\w]*\\.)+\\p{javaUpperCase}\\w*(?:[.$]\\p{javaUpperCase}\\w*)*");
  private static final Pattern LINK =
      Pattern.compile("(?:\\{@link(?:plain)?|@see)\\s+([\\p{javaJavaIdentifierStart}][\\w.]*)");
  private static final Set<String> REFLECTIVE =
      Set.of(
          "forName",
          "loadClass",
          "findClass",
          "findLoadedClass",
          "resolveClassName",
          "isPresent",
          "classForName",
          "tryLoadClass",
          "getDeclaredConstructor");
  private static final int OPENING = "/**".length();

  private record Key(Kind kind, String name, String inType) {}

  private final Interner interner;
  private final String packageName;
  private final MemberUses members;
  private final Map<Key, Region> uses = new HashMap<>();
  private final List<NameUse> strings = new ArrayList<>();
  private String inType = "";
  private boolean reflective;

  UseReader(Interner interner, Set<String> watchedMembers, String packageName) {
    this.interner = interner;
    this.packageName = packageName;
    this.members = new MemberUses(watchedMembers);
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
    if (reflective) {
      strings.forEach(use -> note(use.kind(), use.name(), use.region(), use.inType()));
    }
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
      typeName(type.getNameWithScope(), Regions.of(type.getName()), type);
      type.getTypeArguments().ifPresent(arguments -> arguments.forEach(open::push));
      type.getAnnotations().forEach(open::push);
      return false;
    }
    if (node instanceof AnnotationExpr annotation) {
      typeName(annotation.getNameAsString(), Regions.of(annotation.getName()), annotation);
    } else if (node instanceof FieldAccessExpr access) {
      members.access(access);
      return !chain(access);
    } else if (node instanceof NameExpr name) {
      members.name(name);
      expressionName(name.getNameAsString(), Regions.of(name));
    } else if (node instanceof StringLiteralExpr literal) {
      string(literal);
    } else if (node instanceof MethodCallExpr call) {
      reflective |= REFLECTIVE.contains(call.getNameAsString());
      members.call(call);
    } else if (node instanceof MethodReferenceExpr reference) {
      members.reference(reference);
    } else if (node instanceof ModuleProvidesDirective provides) {
      provides
          .getWith()
          .forEach(name -> note(Kind.SERVICE, name.asString(), Regions.of(name), inType));
      return false;
    }
    return true;
  }

  private void typeName(String name, Region region, Node whole) {
    boolean qualified = name.indexOf('.') >= 0 && Character.isLowerCase(name.charAt(0));
    note(
        qualified ? Kind.QUALIFIED : Kind.SIMPLE,
        name,
        qualified ? oneLine(whole, region) : region,
        inType);
  }

  private static Region oneLine(Node whole, Region name) {
    Region region = Regions.of(whole);
    return region.line() == name.endLine()
        ? new Region(region.line(), region.column(), name.endLine(), name.endColumn())
        : name;
  }

  /** Notes a chain of plain names such as {@code a.b.Type.CONSTANT}; false if it is none. */
  private boolean chain(FieldAccessExpr access) {
    String text = plainChain(access);
    if (text.isEmpty()) {
      return false;
    }
    if (Character.isUpperCase(text.charAt(0))) {
      String[] parts = text.split("\\.", 3);
      boolean nested = Character.isUpperCase(parts[1].charAt(0));
      note(
          Kind.SIMPLE,
          nested ? parts[0] + "." + parts[1] : parts[0],
          start(access, parts[0]),
          inType);
      return true;
    }
    Matcher matcher = QUALIFIED_TYPE.matcher(text);
    if (matcher.lookingAt()) {
      note(Kind.QUALIFIED, matcher.group(), start(access, matcher.group()), inType);
    }
    return true;
  }

  private static Region start(Node node, String name) {
    Region region = Regions.of(node);
    return region.line() == region.endLine()
        ? new Region(region.line(), region.column(), region.line(), region.column() + name.length())
        : new Region(region.line(), region.column(), region.line(), region.column() + 1);
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
      note(Kind.SIMPLE, name, region, inType);
    }
  }

  private void string(StringLiteralExpr literal) {
    String value = literal.getValue();
    if (QUALIFIED_TYPE.matcher(value).matches()) {
      strings.add(
          new NameUse(Kind.REFLECTION, value.replace('$', '.'), Regions.of(literal), inType));
    }
  }

  /** Notes the links of documentation comments. */
  void readLinks(CommentsCollection comments, CompilationUnit tree) {
    String type = tree.getTypes().isEmpty() ? packageName : nameOf(tree.getTypes().get(0));
    for (Comment comment : comments.getComments()) {
      if (comment.isJavadocComment() && comment.getRange().isPresent()) {
        readLinks(comment.getContent(), comment.getRange().get().begin, type);
      }
    }
  }

  private void readLinks(String content, Position begin, String type) {
    Matcher matcher = LINK.matcher(content);
    while (matcher.find()) {
      String before = content.substring(0, matcher.start(1));
      int breaks = (int) before.chars().filter(c -> c == '\n').count();
      int column =
          breaks == 0
              ? begin.column + OPENING + before.length()
              : before.length() - before.lastIndexOf('\n');
      String name = matcher.group(1);
      int line = begin.line + breaks;
      note(
          Kind.JAVADOC,
          name.endsWith(".") ? name.substring(0, name.length() - 1) : name,
          new Region(line, column, line, column + name.length()),
          type);
    }
  }

  private void note(Kind kind, String name, Region region, String type) {
    uses.merge(
        new Key(kind, interner.one(name), type),
        region,
        (known, next) -> known.compareTo(next) <= 0 ? known : next);
  }

  Uses result(ValueFacts values) {
    List<NameUse> names = new ArrayList<>(uses.size());
    uses.forEach(
        (key, region) -> names.add(new NameUse(key.kind(), key.name(), region, key.inType())));
    names.sort(
        Comparator.comparing(NameUse::region)
            .thenComparing(NameUse::kind)
            .thenComparing(NameUse::name));
    List<MemberUse> watched = members.result();
    return new Uses(names, watched, values);
  }
}
