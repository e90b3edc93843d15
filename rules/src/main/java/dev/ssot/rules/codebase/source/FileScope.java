package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.type.TypeParameter;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Jdk;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What simple names mean in one file, place by place, as the Java Language Specification orders it
 * (section 6.4.1): member types of the types around a place, own and inherited, then types of the
 * file, single imports, the package, wildcard imports.
 *
 * <p>Unlike a {@code NameResolver}, which is quick and answers for the file as a whole, it knows
 * what hides what. Where a name has a local meaning anywhere in the file, it is doubtful
 * everywhere.
 */
final class FileScope {

  /** What a name leads to that is no type of the codebase, or that nobody can tell. */
  static final String UNKNOWN = "";

  /** A type of the file or the JDK that cannot be named from elsewhere. */
  private static final String HIDDEN = "?";

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final SourceUnit unit;
  private final Set<String> topLevel = new HashSet<>();
  private final Set<String> locals = new HashSet<>();
  private final Set<String> variables = new HashSet<>();
  private final Map<String, String> ofFile = new HashMap<>();

  FileScope(Codebase codebase, Hierarchy hierarchy, SourceUnit unit, CompilationUnit tree) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    this.unit = unit;
    tree.getTypes().forEach(type -> topLevel.add(type.getNameAsString()));
    tree.walk(this::note);
  }

  private void note(Node node) {
    if (node instanceof TypeParameter variable) {
      locals.add(variable.getNameAsString());
    } else if (node instanceof LocalClassDeclarationStmt local) {
      locals.add(local.getClassDeclaration().getNameAsString());
    } else if (node instanceof LocalRecordDeclarationStmt local) {
      locals.add(local.getRecordDeclaration().getNameAsString());
    } else if (node instanceof VariableDeclarator variable) {
      variables.add(variable.getNameAsString());
    } else if (node instanceof Parameter parameter) {
      variables.add(parameter.getNameAsString());
    } else if (node instanceof TypePatternExpr pattern) {
      variables.add(pattern.getNameAsString());
    } else if (node instanceof EnumConstantDeclaration constant) {
      variables.add(constant.getNameAsString());
    }
  }

  /** Whether a name may mean something local in this file. */
  boolean isDoubtful(String name, boolean expression) {
    return locals.contains(name) || (expression && variables.contains(name));
  }

  /** Whether a variable or a local type of the file has a name. */
  boolean isTaken(String name) {
    return locals.contains(name) || variables.contains(name);
  }

  /** The type behind a simple name at a place, or {@link #UNKNOWN}. */
  String typeAt(Node place, String name) {
    Node from = place;
    Node at = place.getParentNode().orElse(null);
    while (at != null) {
      String member = memberType(at, from, name);
      if (!member.equals(UNKNOWN)) {
        return member.equals(HIDDEN) ? UNKNOWN : member;
      }
      from = at;
      at = at.getParentNode().orElse(null);
    }
    return ofFile(name);
  }

  /** The member type that a name means inside of a declaration. */
  private String memberType(Node around, Node from, String name) {
    if (around instanceof TypeDeclaration<?> type) {
      boolean inside = type.getMembers().stream().anyMatch(member -> Nodes.same(member, from));
      boolean entry = from instanceof EnumConstantDeclaration;
      return inside || entry ? memberType(type, name) : UNKNOWN;
    }
    boolean anonymous = around instanceof ObjectCreationExpr creation && isBody(creation, from);
    return anonymous ? anonymous((ObjectCreationExpr) around, name) : UNKNOWN;
  }

  private static boolean isBody(ObjectCreationExpr creation, Node from) {
    return creation
        .getAnonymousClassBody()
        .filter(body -> body.stream().anyMatch(member -> Nodes.same(member, from)))
        .isPresent();
  }

  private String memberType(TypeDeclaration<?> type, String name) {
    String qualified = qualifiedName(type);
    boolean own =
        type.getMembers().stream()
            .anyMatch(
                member ->
                    member instanceof TypeDeclaration<?> nested
                        && nested.getNameAsString().equals(name));
    if (own) {
      return qualified.isEmpty() ? HIDDEN : qualified + "." + name;
    }
    return qualified.isEmpty()
        ? UNKNOWN
        : codebase.declarations(qualified).stream()
            .filter(entry -> entry.unit().path().equals(unit.path()))
            .findFirst()
            .map(entry -> inherited(entry, name))
            .orElse(UNKNOWN);
  }

  private String inherited(TypeEntry entry, String name) {
    for (String ancestor : hierarchy.ancestors(entry)) {
      String found = memberOf(ancestor, name);
      if (!found.equals(UNKNOWN)) {
        return found;
      }
    }
    return UNKNOWN;
  }

  private String memberOf(String type, String name) {
    String nested = type + "." + name;
    if (codebase.hasType(nested)) {
      return nested;
    }
    return Jdk.type(nested).or(() -> Jdk.type("java.lang." + nested)).isPresent()
        ? HIDDEN
        : UNKNOWN;
  }

  private String anonymous(ObjectCreationExpr creation, String name) {
    String type = hierarchy.qualified(unit, creation.getType().getNameWithScope());
    String found = memberOf(type, name);
    return found.equals(UNKNOWN)
        ? codebase.type(type).map(entry -> inherited(entry, name)).orElse(UNKNOWN)
        : found;
  }

  /** Whether a type of this file has or inherits a member type of some name. */
  boolean hasMemberType(String name) {
    return unit.types().stream()
        .flatMap(type -> codebase.declarations(type.qualifiedName()).stream())
        .filter(entry -> entry.unit().path().equals(unit.path()))
        .anyMatch(
            entry ->
                codebase.hasType(entry.name() + "." + name)
                    || !inherited(entry, name).equals(UNKNOWN));
  }

  /** The type behind a simple name outside of all types of the file, or {@link #UNKNOWN}. */
  String ofFile(String name) {
    return ofFile.computeIfAbsent(name, this::lookUp);
  }

  private String lookUp(String name) {
    if (topLevel.contains(name)) {
      return inPackage(unit.packageName(), name);
    }
    for (ImportFact single : unit.imports()) {
      boolean type =
          single.path() == AccessPath.IMPORT
              || (single.path() == AccessPath.STATIC_IMPORT && codebase.hasType(single.name()));
      if (type && single.simpleName().equals(name)) {
        return codebase.hasType(single.name()) ? single.name() : UNKNOWN;
      }
    }
    String neighbour = inPackage(unit.packageName(), name);
    return codebase.hasType(neighbour) ? neighbour : fromWildcards(name);
  }

  private String fromWildcards(String name) {
    for (ImportFact wildcard : unit.imports()) {
      if (isWildcard(wildcard) && codebase.hasType(inPackage(wildcard.name(), name))) {
        return inPackage(wildcard.name(), name);
      }
    }
    return UNKNOWN;
  }

  private static boolean isWildcard(ImportFact single) {
    return single.path() == AccessPath.WILDCARD_IMPORT
        || single.path() == AccessPath.STATIC_WILDCARD_IMPORT;
  }

  /** Whether the JDK shows that a name which no type of the codebase has comes from it. */
  boolean isOfJdk(String name) {
    return Jdk.type("java.lang." + name).isPresent()
        || unit.imports().stream()
            .filter(FileScope::isWildcard)
            .anyMatch(wildcard -> Jdk.type(wildcard.name() + "." + name).isPresent())
        || unit.imports().stream()
            .anyMatch(one -> !isWildcard(one) && one.simpleName().equals(name));
  }

  private static String inPackage(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  /** The qualified name of a top-level or member type; {@link #UNKNOWN} for a local one. */
  String qualifiedName(TypeDeclaration<?> type) {
    StringBuilder name = new StringBuilder(type.getNameAsString());
    Node at = type.getParentNode().orElse(null);
    while (at instanceof TypeDeclaration<?> around) {
      name.insert(0, around.getNameAsString() + ".");
      at = at.getParentNode().orElse(null);
    }
    return at instanceof CompilationUnit ? inPackage(unit.packageName(), name.toString()) : UNKNOWN;
  }
}
