package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.FileRewriting;
import dev.ssot.rules.codebase.FileRewriting.Hindrance;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeNames;
import dev.ssot.rules.codebase.TypeShape;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Region;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses those files of a scan again that may be changed, one after the other. */
public final class RewriteReading implements Rewriting {

  private final Path base;
  private final Codebase codebase;
  private final Overlay overlay;
  private final Hierarchy hierarchy;
  private final JavaParser parser = JavaReader.newParser();

  /**
   * A reader of the files of a scan.
   *
   * @param overlay what the scan read in place of files on disk
   */
  public RewriteReading(Path base, Codebase codebase, Overlay overlay) {
    this.base = base;
    this.codebase = codebase;
    this.overlay = overlay;
    this.hierarchy = new Hierarchy(codebase);
  }

  /** A file's text and tree. */
  private record Read(SourceText source, ParseResult<CompilationUnit> parsed) {

    CompilationUnit tree() {
      return parsed.getResult().orElseThrow();
    }
  }

  @Override
  public List<TypeShape> shapes(Collection<TypeEntry> types) {
    return types.stream().flatMap(this::shape).toList();
  }

  private Stream<TypeShape> shape(TypeEntry entry) {
    return read(entry.unit())
        .flatMap(file -> Declarations.of(file.tree(), entry))
        .map(type -> new ShapeReader(new TypeNames(codebase, entry.unit()), entry, type).read())
        .stream();
  }

  @Override
  public List<TypeTrace> traces(Collection<SourceUnit> units, Set<String> types) {
    List<TypeTrace> traces = new ArrayList<>();
    for (SourceUnit unit : units) {
      read(unit).ifPresent(file -> addTraces(unit, file, types, traces));
    }
    return traces;
  }

  private void addTraces(SourceUnit unit, Read file, Set<String> types, List<TypeTrace> traces) {
    Offsets offsets = new Offsets(file.source().text());
    FileScope scope = new FileScope(codebase, hierarchy, unit, file.tree());
    TypeNaming naming = new TypeNaming(scope, file.tree(), offsets);
    for (String type : new TreeSet<>(types)) {
      new TraceReader(unit, type, offsets).read(naming).ifPresent(traces::add);
    }
  }

  @Override
  public Map<String, Set<String>> words(Collection<SourceUnit> units, Set<String> wanted) {
    return wanted.isEmpty()
        ? new TreeMap<>()
        : found(units, text -> WordScanner.anywhere(text, wanted));
  }

  @Override
  public Map<String, Set<String>> identifiers(Collection<SourceUnit> units, Set<String> wanted) {
    return wanted.isEmpty()
        ? new TreeMap<>()
        : found(units, text -> WordScanner.inCode(text, wanted));
  }

  private Map<String, Set<String>> found(
      Collection<SourceUnit> units, Function<String, Set<String>> search) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (SourceUnit unit : units) {
      Set<String> words = source(unit).map(SourceText::text).map(search).orElse(Set.of());
      if (!words.isEmpty()) {
        found.put(unit.path(), words);
      }
    }
    return found;
  }

  @Override
  public boolean contains(SourceUnit unit, String text) {
    return source(unit).filter(source -> source.text().contains(text)).isPresent();
  }

  @Override
  public Optional<String> literalType(TypeEntry type, String constant) {
    return read(type.unit())
        .flatMap(file -> Declarations.of(file.tree(), type))
        .flatMap(declared -> field(declared, constant))
        .flatMap(RewriteReading::literalType);
  }

  private static Optional<VariableDeclarator> field(TypeDeclaration<?> type, String name) {
    return type.getFields().stream()
        .flatMap(field -> field.getVariables().stream())
        .filter(variable -> variable.getNameAsString().equals(name))
        .filter(ConstantReader::isConstant)
        .findFirst();
  }

  private static Optional<String> literalType(VariableDeclarator constant) {
    return constant
        .getInitializer()
        .filter(LiteralExpr.class::isInstance)
        .map(literal -> LiteralRewriter.type((LiteralExpr) literal))
        .filter(type -> !type.isEmpty() && type.equals(constant.getType().asString()));
  }

  @Override
  public String adapter(TypeEntry from, TypeEntry to, Set<String> methods) {
    String canonical = to.name() + wildcards(to);
    return read(from.unit())
        .flatMap(
            file ->
                Declarations.of(file.tree(), from)
                    .map(type -> new AdapterWriter(file.tree(), from, type, canonical)))
        .map(writer -> writer.write(freeName(from), methods))
        .orElse("");
  }

  /** A name for an adapter that no type of the package has. */
  private String freeName(TypeEntry from) {
    String name = from.type().simpleName() + "Adapter";
    Set<String> taken = codebase.topLevelTypes(from.unit().packageName());
    int number = 2;
    String free = name;
    while (taken.contains(free)) {
      free = name + number++;
    }
    return free;
  }

  private String wildcards(TypeEntry type) {
    int count =
        read(type.unit())
            .flatMap(file -> Declarations.of(file.tree(), type))
            .filter(NodeWithTypeParameters.class::isInstance)
            .map(declared -> ((NodeWithTypeParameters<?>) declared).getTypeParameters().size())
            .orElse(0);
    return count == 0
        ? ""
        : Collections.nCopies(count, "?").stream().collect(Collectors.joining(", ", "<", ">"));
  }

  @Override
  public FileRewriting rewrite(RewriteOrder order) {
    return read(order.unit())
        .map(
            file ->
                new FileRewriter(codebase, hierarchy, order, file.source(), file.parsed())
                    .rewrite())
        .orElseGet(() -> refusal(order));
  }

  private static FileRewriting refusal(RewriteOrder order) {
    Set<String> subjects = new TreeSet<>(order.moves().keySet());
    subjects.addAll(order.removals());
    order.constants().forEach(use -> subjects.add(use.type()));
    return new FileRewriting(
        Optional.empty(),
        subjects.stream()
            .map(
                subject ->
                    new Hindrance(
                        subject,
                        Region.start(),
                        "the file cannot be read or understood as a whole"))
            .toList());
  }

  /** A file that is understood as a whole. */
  private Optional<Read> read(SourceUnit unit) {
    Optional<SourceText> source = source(unit);
    if (source.isEmpty() || Nesting.isTooDeep(source.get().text())) {
      return Optional.empty();
    }
    try {
      ParseResult<CompilationUnit> parsed = parser.parse(source.get().text());
      return parsed.isSuccessful() ? Optional.of(new Read(source.get(), parsed)) : Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private Optional<SourceText> source(SourceUnit unit) {
    try {
      return Optional.of(SourceText.decode(overlay.bytes(base, unit.path())));
    } catch (IOException | SourceText.NotText e) {
      return Optional.empty();
    }
  }
}
