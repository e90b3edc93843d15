package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.modules.ModuleDirective;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Later;
import dev.ssot.rules.codebase.ModuleFact;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.codebase.tokens.Excerpt;
import dev.ssot.rules.codebase.tokens.Symbols;
import dev.ssot.rules.codebase.tokens.TokenFacts;
import dev.ssot.rules.codebase.tokens.TokenReader;
import dev.ssot.rules.codebase.tokens.VocabularyNotes;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.SlashedPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one Java file after another into facts and forgets each tree.
 *
 * <p>The parser takes every construct of every language level that it knows, preview ones included,
 * and does not judge which level a file is meant for. Not safe for concurrent use.
 */
final class JavaReader {

  private final Interner interner;
  private final Wanted wanted;
  private final TokenReader tokens;

  // Most scans need neither for most of their files.
  private final Later<JavaParser> parser = Later.by(JavaReader::newParser);
  private final Later<VocabularyNotes> vocabulary;

  JavaReader(Interner interner, Wanted wanted) {
    this.interner = interner.near();
    this.wanted = wanted;
    this.tokens =
        new TokenReader(this.interner, wanted.members(), wanted.values(), wanted.comments());
    this.vocabulary =
        Later.by(() -> new VocabularyNotes(new Symbols(this.interner), wanted.comments()));
  }

  /** A parser that takes every construct and keeps comments apart from the tree. */
  static JavaParser newParser() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_26)
            .setAttributeComments(false)
            .setDetectOriginalLineSeparator(false)
            .setLexicalPreservationEnabled(false);
    // What is left out here judges trees by language level and takes a third of the time.
    configuration.getProcessors().clear();
    return new JavaParser(configuration);
  }

  FileFacts read(FoundFile file, SourceText text) {
    return withoutTree(file, text)
        .map(unit -> FileFacts.of(unit, List.of()))
        .orElseGet(() -> withTree(file, text));
  }

  /** The facts of a file that needs no tree but for its values. */
  Optional<SourceUnit> withoutTree(FoundFile file, SourceText text) {
    if (SuppressionReader.mayHoldOne(text.text())) {
      return Optional.empty();
    }
    return tokens
        .read(text.text())
        .flatMap(
            facts -> {
              SourceKind kind = Markers.kind(file, facts);
              Optional<ValueFacts> values =
                  kind == SourceKind.PRODUCTION ? values(facts) : Optional.of(ValueFacts.none());
              return values.map(known -> unit(file, kind, facts, known));
            });
  }

  /** The values of a file, by a tree of what may hold some. */
  private Optional<ValueFacts> values(TokenFacts facts) {
    if (facts.valued().isEmpty()) {
      return Optional.of(ValueFacts.none().with(facts.literals()));
    }
    Excerpt excerpt = facts.valued().get();
    ParseResult<CompilationUnit> result = parser.get().parse(excerpt.text());
    return result.isSuccessful()
        ? result
            .getResult()
            .map(tree -> new ValueReader(interner, facts.packageName()).read(tree, excerpt))
            .map(values -> values.with(facts.literals()))
        : Optional.empty();
  }

  private static SourceUnit unit(
      FoundFile file, SourceKind kind, TokenFacts facts, ValueFacts values) {
    return new SourceUnit(
        file.path(),
        kind,
        facts.packageName(),
        facts.imports(),
        facts.types(),
        new SourceUnit.Uses(facts.uses(), List.of(), values),
        facts.module().stream()
            .map(module -> moduleFact(file, module.name(), module.exports()))
            .toList(),
        List.of(),
        facts.lines());
  }

  /** The facts of a file by a parser. */
  FileFacts withTree(FoundFile file, SourceText text) {
    if (Nesting.isTooDeep(text.text())) {
      return FileFacts.of(tooDeep(file));
    }
    ParseResult<CompilationUnit> result;
    try {
      result = parser.get().parse(text.text());
    } catch (StackOverflowError e) {
      return FileFacts.of(tooDeep(file));
    } catch (RuntimeException e) {
      return FileFacts.of(
          ReadProblems.notUnderstood(
              file.path(),
              0,
              "the parser failed on it: " + e,
              "exclude the path in `sources.exclude`, and report the file as a defect"));
    }
    List<Problem> problems = ParseProblems.of(file, result);
    boolean nothing =
        result.getResult().isEmpty()
            || (!problems.isEmpty() && result.getResult().get().getTypes().isEmpty());
    if (nothing) {
      return new FileFacts(List.of(), List.of(), problems);
    }
    try {
      return FileFacts.of(unit(file, text, result), problems);
    } catch (StackOverflowError e) {
      return FileFacts.of(tooDeep(file));
    }
  }

  private static Problem tooDeep(FoundFile file) {
    return ReadProblems.notUnderstood(
        file.path(),
        0,
        "brackets are nested more than %s levels deep".formatted(Nesting.DEEPEST),
        "split the nested expression, or exclude the path in `sources.exclude`");
  }

  private SourceUnit unit(FoundFile file, SourceText text, ParseResult<CompilationUnit> result) {
    CompilationUnit tree = result.getResult().orElseThrow();
    nameCompactType(tree, file);
    String packageName =
        tree.getPackageDeclaration().map(declared -> declared.getNameAsString()).orElse("");
    List<ImportFact> imports = tree.getImports().stream().map(this::importFact).toList();
    List<TypeFact> types = new ArrayList<>();
    TypeReader reader = new TypeReader(interner, vocabulary.get(), types);
    for (TypeDeclaration<?> type : tree.getTypes()) {
      reader.read(type, packageName, "");
    }
    UseReader uses = new UseReader(interner, wanted.members(), packageName);
    uses.read(tree);
    result.getCommentsCollection().ifPresent(comments -> uses.readLinks(comments, tree));
    SourceKind kind = Markers.kind(file, packageName, imports, result);
    ValueFacts values =
        wanted.values() && kind == SourceKind.PRODUCTION
            ? new ValueReader(interner, packageName).read(tree)
            : ValueFacts.none();
    return new SourceUnit(
        file.path(),
        kind,
        packageName,
        imports,
        types,
        uses.result(values),
        modules(file, tree),
        SuppressionReader.read(
            tree,
            text.text(),
            new Places(interner, packageName),
            subject(file, packageName, types)),
        text.lines());
  }

  /** What stands for the file as a whole: its first type, its package, or its path. */
  private static String subject(FoundFile file, String packageName, List<TypeFact> types) {
    if (!types.isEmpty()) {
      return types.get(0).qualifiedName();
    }
    return packageName.isEmpty() ? file.path() : packageName;
  }

  /** The type of a compact source file is named after the file, where the parser has no name. */
  private static void nameCompactType(CompilationUnit tree, FoundFile file) {
    String name = SlashedPaths.name(file.path());
    for (TypeDeclaration<?> type : tree.getTypes()) {
      if (type instanceof ClassOrInterfaceDeclaration declared && declared.isCompact()) {
        declared.setName(name.substring(0, name.length() - ".java".length()));
      }
    }
  }

  private static ModuleFact moduleFact(FoundFile file, String name, List<String> exports) {
    return new ModuleFact(name, SlashedPaths.folder(file.path()), exports);
  }

  private static List<ModuleFact> modules(FoundFile file, CompilationUnit tree) {
    return tree.getModule().stream()
        .map(
            module ->
                moduleFact(
                    file,
                    module.getNameAsString(),
                    module.getDirectives().stream()
                        .filter(ModuleDirective::isModuleExportsStmt)
                        .map(ModuleDirective::asModuleExportsStmt)
                        .filter(exports -> exports.getModuleNames().isEmpty())
                        .map(exports -> exports.getNameAsString())
                        .toList()))
        .toList();
  }

  private ImportFact importFact(ImportDeclaration declaration) {
    AccessPath path;
    if (declaration.isModule()) {
      path = AccessPath.MODULE_IMPORT;
    } else if (declaration.isStatic()) {
      path =
          declaration.isAsterisk() ? AccessPath.STATIC_WILDCARD_IMPORT : AccessPath.STATIC_IMPORT;
    } else {
      path = declaration.isAsterisk() ? AccessPath.WILDCARD_IMPORT : AccessPath.IMPORT;
    }
    return new ImportFact(
        path, interner.one(declaration.getNameAsString()), Regions.of(declaration));
  }
}
