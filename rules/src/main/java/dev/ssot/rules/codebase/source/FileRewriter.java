package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileRewriting;
import dev.ssot.rules.codebase.FileRewriting.Hindrance;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.TextEdits;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.source.TypeNaming.Named;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.FileChange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out an order to change one file, by edits of its text at the places that its tree shows.
 *
 * <p>What would change the meaning of anything else in the file is a hindrance.
 */
final class FileRewriter {

  private final Codebase codebase;
  private final RewriteOrder order;
  private final SourceText source;
  private final ParseResult<CompilationUnit> parsed;
  private final CompilationUnit tree;
  private final Draft draft;
  private final FileScope scope;
  private final TypeNaming naming;

  FileRewriter(
      Codebase codebase,
      Hierarchy hierarchy,
      RewriteOrder order,
      SourceText source,
      ParseResult<CompilationUnit> parsed) {
    this.codebase = codebase;
    this.order = order;
    this.source = source;
    this.parsed = parsed;
    this.tree = parsed.getResult().orElseThrow();
    this.draft = new Draft(source.text());
    this.scope = new FileScope(codebase, hierarchy, order.unit(), tree);
    this.naming = new TypeNaming(scope, tree, draft.offsets());
  }

  FileRewriting rewrite() {
    refuseEscapes();
    order.moves().forEach(this::refuseMove);
    Placements placements =
        new Placements(order.unit(), scope, naming, wanted(), order.moves().keySet());
    order.moves().forEach((from, to) -> move(from, to, placements));
    LiteralRewriter literals = new LiteralRewriter(tree, draft, this::spelled);
    order.constants().forEach(use -> literals.rewrite(use, placements.of(use.type()).name()));
    refuseHiddenPackages(placements);
    order.wildcards().forEach(this::refuseWildcard);
    Set<String> imported = new TreeSet<>();
    placements.all().stream()
        .filter(Placement::imported)
        .forEach(placement -> imported.add(placement.type()));
    new ImportRewriter(tree, order, draft, this::spelled).rewrite(imported);
    LinkRewriter links = new LinkRewriter(order, scope, placements, draft, this::spelled);
    parsed
        .getCommentsCollection()
        .ifPresent(comments -> comments.getComments().forEach(links::rewrite));
    order.removals().forEach(this::removeType);
    return result();
  }

  private String spelled(String name) {
    return source.encoding().spelled(name);
  }

  /** The types that the file will name by a simple name if it can. */
  private Set<String> wanted() {
    Set<String> wanted = new TreeSet<>();
    order
        .moves()
        .forEach(
            (from, to) -> {
              boolean simple =
                  naming.reaching(from).stream().anyMatch(Named::isSimple)
                      || order.unit().imports().stream().anyMatch(one -> isImportOf(one, from));
              if (simple) {
                wanted.add(to);
              }
            });
    order.constants().forEach(use -> wanted.add(use.type()));
    return wanted;
  }

  private static boolean isImportOf(ImportFact single, String type) {
    boolean one = single.path() == AccessPath.IMPORT || single.path() == AccessPath.STATIC_IMPORT;
    return one && single.name().equals(type);
  }

  /** An escape in a name makes it unreadable for the parser, which takes it as it is written. */
  private void refuseEscapes() {
    JavaToken token = tree.getTokenRange().map(range -> range.getBegin()).orElse(null);
    while (token != null) {
      if (token.getCategory().isIdentifier() && token.getText().indexOf('\\') >= 0) {
        int start = draft.offsets().start(token.getRange().orElseThrow());
        String reason = "a name is written with Unicode escapes, so that its uses cannot be told";
        subjects().forEach(type -> draft.hinder(type, start, start + 1, reason));
        return;
      }
      token = token.getNextToken().orElse(null);
    }
  }

  private Set<String> subjects() {
    Set<String> subjects = new TreeSet<>(order.moves().keySet());
    subjects.addAll(order.removals());
    order.constants().forEach(use -> subjects.add(use.type()));
    return subjects;
  }

  private void refuseMove(String from, String to) {
    for (TypeFact own : order.unit().types()) {
      if (own.qualifiedName().equals(to)) {
        refuse(from, "the file declares `%s` itself".formatted(to));
      } else if (own.qualifiedName().equals(from)) {
        refuse(from, "the file declares `%s` itself".formatted(from));
      }
    }
    refuseDoubles(from, to);
    for (Named named : naming.all()) {
      boolean maybe =
          named.doubtful()
              && (named.chain().root().equals(DottedNames.last(from)) || named.reaches(from) > 0);
      if (maybe) {
        hinder(from, named, "`%s` may mean something local here".formatted(named.chain().root()));
      }
    }
  }

  private void refuse(String subject, String reason) {
    draft.hinder(subject, 0, 0, reason);
  }

  private void hinder(String subject, Named named, String reason) {
    draft.hinder(subject, named.chain().start(), named.chain().end(1), reason);
  }

  /** What may name one type once only, and would name one twice. */
  private void refuseDoubles(String from, String to) {
    List<Node> holders =
        naming.reaching(to).stream().map(named -> holder(named.chain().node())).toList();
    for (Named named : naming.reaching(from)) {
      Node holder = holder(named.chain().node());
      if (holders.stream().anyMatch(one -> Nodes.same(one, holder))) {
        hinder(from, named, "`%s` would be named twice here".formatted(DottedNames.last(to)));
      }
    }
    refuseEqualSignatures(from, to);
  }

  /**
   * The declaration or statement in whose head or labels a type may be named once; where there is
   * none, the name itself.
   */
  private static Node holder(Node name) {
    Node from = name;
    Node at = name.getParentNode().orElse(null);
    while (at != null) {
      if (at instanceof CatchClause) {
        return at.getParentNode().orElse(at);
      }
      if (at instanceof SwitchEntry entry
          && entry.getLabels().stream().anyMatch(label -> isWithin(name, label))) {
        return at.getParentNode().orElse(at);
      }
      boolean head =
          (at instanceof ClassOrInterfaceDeclaration || at instanceof TypeParameter)
              && from instanceof ClassOrInterfaceType;
      if (head) {
        return at;
      }
      from = at;
      at = at.getParentNode().orElse(null);
    }
    return name;
  }

  private static boolean isWithin(Node inner, Node outer) {
    for (Node at = inner; at != null; at = at.getParentNode().orElse(null)) {
      if (Nodes.same(at, outer)) {
        return true;
      }
    }
    return false;
  }

  private void refuseEqualSignatures(String from, String to) {
    if (naming.reaching(to).isEmpty()) {
      return;
    }
    for (TypeDeclaration<?> type : tree.findAll(TypeDeclaration.class)) {
      Set<String> signatures = new HashSet<>();
      for (CallableDeclaration<?> callable : type.findAll(CallableDeclaration.class)) {
        boolean own = callable.getParentNode().filter(one -> Nodes.same(one, type)).isPresent();
        if (own && !signatures.add(signature(callable, from, to))) {
          int start = draft.offsets().start(callable.getName());
          String reason = "another `%s` would have the same parameters";
          draft.hinder(from, start, start + 1, reason.formatted(callable.getNameAsString()));
        }
      }
    }
  }

  private String signature(CallableDeclaration<?> callable, String from, String to) {
    StringBuilder signature = new StringBuilder(callable.getNameAsString());
    callable
        .getParameters()
        .forEach(
            parameter -> {
              String written = MemberReader.erased(parameter.getType());
              boolean same = written.equals(DottedNames.last(from)) || written.equals(from);
              boolean other = written.equals(DottedNames.last(to)) || written.equals(to);
              signature.append(',').append(same || other ? to : written);
            });
    return signature.toString();
  }

  private void move(String from, String to, Placements placements) {
    Placement placement = placements.of(to);
    for (Named named : naming.reaching(from)) {
      int count = named.reaches(from);
      String name = named.isSimple() ? placement.name() : to;
      if (name.contains(".") && named.isSimple() && isAnnotated(named)) {
        hinder(
            from,
            named,
            "`%s` means another type here, and an annotation stands in front of the name"
                .formatted(DottedNames.last(to)));
      }
      draft.replace(
          from,
          named.chain().start(),
          named.chain().end(count),
          named.chain().text(count),
          spelled(name));
    }
  }

  /** Whether an annotation may belong to the name, which no qualified name can have in front. */
  private static boolean isAnnotated(Named named) {
    Node node = named.chain().node();
    if (node instanceof AnnotationExpr) {
      return false;
    }
    Node at = node.getParentNode().orElse(null);
    boolean own = node instanceof ClassOrInterfaceType type && !type.getAnnotations().isEmpty();
    boolean declared =
        at != null && at.getChildNodes().stream().anyMatch(AnnotationExpr.class::isInstance);
    Node around = at == null ? null : at.getParentNode().orElse(null);
    boolean further =
        around != null
            && !(around instanceof TypeDeclaration<?>)
            && around.getChildNodes().stream().anyMatch(AnnotationExpr.class::isInstance);
    return own || declared || further;
  }

  /** The first part of a qualified name must not be hidden by a variable or a local type. */
  private void refuseHiddenPackages(Placements placements) {
    order
        .moves()
        .forEach(
            (from, to) -> {
              boolean qualified =
                  !placements.of(to).simple()
                      || naming.reaching(from).stream().anyMatch(named -> !named.isSimple());
              refuseHidden(from, to, qualified);
            });
    order
        .constants()
        .forEach(use -> refuseHidden(use.type(), use.type(), !placements.of(use.type()).simple()));
  }

  private void refuseHidden(String subject, String type, boolean qualified) {
    String first = DottedNames.first(type);
    boolean nameless = !type.contains(".") && !order.unit().packageName().isEmpty();
    if (nameless) {
      refuse(subject, "`%s` is in no package, so that it cannot be imported".formatted(type));
    } else if (qualified && (scope.isTaken(first) || !scope.ofFile(first).isEmpty())) {
      refuse(subject, "something here hides the package `%s`".formatted(first));
    }
  }

  /** All that a wildcard brings in has to leave with it. */
  private void refuseWildcard(String packageName) {
    for (Named named : naming.all()) {
      String root = named.chain().root();
      boolean brought =
          named.root().equals(packageName + "." + root) && !order.moves().containsKey(named.root());
      if (brought) {
        hinder(packageName, named, "`%s` is not replaced".formatted(root));
        return;
      }
      boolean mayBe =
          named.root().isEmpty()
              && Character.isUpperCase(root.charAt(0))
              && !scope.isTaken(root)
              && !scope.isOfJdk(root);
      if (mayBe) {
        hinder(
            packageName,
            named,
            "nothing shows where `%s` comes from, so the wildcard stays".formatted(root));
        return;
      }
    }
  }

  private void removeType(String name) {
    TypeDeclaration<?> type =
        codebase.declarations(name).stream()
            .filter(entry -> entry.unit().path().equals(order.unit().path()))
            .findFirst()
            .flatMap(entry -> Declarations.of(tree, entry))
            .orElse(null);
    if (type == null) {
      refuse(name, "the file has changed since it was read");
      return;
    }
    draft.remove(startWithComment(type), draft.offsets().end(type));
  }

  /** The offset of a type's documentation, or of the type where it has none. */
  private int startWithComment(TypeDeclaration<?> type) {
    return Nodes.commentBefore(type)
        .filter(comment -> comment.getText().startsWith("/**"))
        .flatMap(JavaToken::getRange)
        .map(range -> draft.offsets().start(range))
        .orElseGet(() -> draft.offsets().start(type));
  }

  private FileRewriting result() {
    TextEdits edits = TextEdits.of(draft.edits());
    edits
        .conflicting()
        .forEach(
            edit ->
                subjects()
                    .forEach(
                        subject ->
                            draft.hinder(
                                subject,
                                edit.start(),
                                edit.end(),
                                "two changes overlap at this place")));
    List<Hindrance> hindrances = draft.hindrances();
    boolean nothing = edits.applicable().isEmpty() || !hindrances.isEmpty();
    boolean whole =
        !order.removals().isEmpty()
            && order.unit().types().stream()
                .filter(TypeFact::isTopLevel)
                .allMatch(type -> order.removals().contains(type.qualifiedName()));
    Optional<String> after = whole ? Optional.empty() : Optional.of(edits.apply(source.text()));
    return new FileRewriting(
        nothing
            ? Optional.empty()
            : Optional.of(
                new FileChange(order.unit().path(), source.encoding(), source.text(), after)),
        hindrances);
  }
}
