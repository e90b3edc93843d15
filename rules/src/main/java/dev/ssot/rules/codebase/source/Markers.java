package dev.ssot.rules.codebase.source;

import com.github.javaparser.ParseResult;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.tokens.GeneratedMark;
import dev.ssot.rules.codebase.tokens.TokenFacts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a file says of itself: generated code and test code, wherever it lies. */
final class Markers {

  private static final Pattern GENERATED_HEADER =
      Pattern.compile(
          "do not (edit|modify)|generated (by|from|code|file|source)|@generated|auto-?generated"
              + "|automatically generated",
          Pattern.CASE_INSENSITIVE);

  /** A line that can speak of nothing but the file. */
  private static final Pattern GENERATED_LINE =
      Pattern.compile(
          "^[^a-z0-9\\n]*(?:(?:note|warning)[^a-z0-9\\n]*)?(?:"
              + "this (?:source )?(?:file|class|interface|enum|code) (?:is|was|has been) "
              + "(?:(?:auto|automatically|machine)[- ]?)?generated"
              + "(?: (?:by|from)\\b|[^a-z0-9\\n]*(?:$|please|do not))"
              + "|(?:(?:auto|automatically|machine)[- ]?)?generated\\b[^\\n]{0,80}\\bdo not (?:edit|modify)\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final List<String> TEST_LIBRARIES =
      List.of(
          "org.junit",
          "junit.framework",
          "org.testng",
          "org.mockito",
          "org.assertj",
          "org.hamcrest",
          "org.easymock",
          "spock.lang");

  private Markers() {}

  static SourceKind kind(
      FoundFile file,
      String packageName,
      List<ImportFact> imports,
      ParseResult<CompilationUnit> result) {
    if (file.kind() != SourceKind.PRODUCTION) {
      return file.kind();
    }
    CompilationUnit tree = result.getResult().orElseThrow();
    boolean generated = isAnnotated(tree) || hasHeader(tree, result) || hasPreface(tree, result);
    return kind(file, packageName, imports, generated);
  }

  static SourceKind kind(FoundFile file, TokenFacts facts) {
    if (file.kind() != SourceKind.PRODUCTION) {
      return file.kind();
    }
    boolean generated =
        facts.generated()
            || anyHas(GENERATED_HEADER, facts.header())
            || anyHas(GENERATED_LINE, facts.preface());
    return kind(file, facts.packageName(), facts.imports(), generated);
  }

  private static SourceKind kind(
      FoundFile file, String packageName, List<ImportFact> imports, boolean generated) {
    if (generated) {
      return SourceKind.GENERATED;
    }
    boolean byFolder = Conventions.isTestRoot(SourceUnit.root(file.path(), packageName));
    return byFolder || imports.stream().anyMatch(Markers::isTestLibrary)
        ? SourceKind.TEST
        : SourceKind.PRODUCTION;
  }

  private static boolean anyHas(Pattern mark, List<String> comments) {
    for (String comment : comments) {
      if (mark.matcher(comment).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeMark(String comment) {
    return GeneratedMark.mayBeIn(comment.toCharArray(), 0, comment.length());
  }

  private static boolean isTestLibrary(ImportFact fact) {
    String name = fact.name();
    for (String library : TEST_LIBRARIES) {
      if (name.startsWith(library)
          && (name.length() == library.length() || name.charAt(library.length()) == '.')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnnotated(CompilationUnit tree) {
    return tree.getTypes().stream()
        .map(type -> (NodeWithAnnotations<?>) type)
        .anyMatch(type -> type.getAnnotationByName("Generated").isPresent());
  }

  /**
   * Any mention above the package counts: further down, the words often speak of other things. In a
   * file of the unnamed package that is what stands above the first import, or above the first type
   * apart from that type's documentation.
   */
  private static boolean hasHeader(CompilationUnit tree, ParseResult<CompilationUnit> result) {
    boolean aboveType = tree.getPackageDeclaration().isEmpty() && tree.getImports().isEmpty();
    int end =
        tree.getPackageDeclaration()
            .flatMap(declared -> declared.getRange())
            .or(() -> tree.getImports().stream().findFirst().flatMap(first -> first.getRange()))
            .or(() -> firstType(tree))
            .map(range -> range.begin.line)
            .orElse(0);
    return anyHas(
        GENERATED_HEADER,
        comments(result, end)
            .filter(comment -> !aboveType || !comment.isJavadocComment())
            .map(Comment::getContent)
            .toList());
  }

  /** Down to the first type, its documentation included, a line of its own has to say it. */
  private static boolean hasPreface(CompilationUnit tree, ParseResult<CompilationUnit> result) {
    int end = firstType(tree).map(range -> range.begin.line).orElse(Integer.MAX_VALUE);
    return anyHas(GENERATED_LINE, comments(result, end).map(Comment::getContent).toList());
  }

  private static Optional<Range> firstType(CompilationUnit tree) {
    return tree.getTypes().stream().findFirst().flatMap(type -> type.getRange());
  }

  /** The comments that begin above a line and may say that the file is generated. */
  private static Stream<Comment> comments(ParseResult<CompilationUnit> result, int end) {
    return result.getCommentsCollection().stream()
        .flatMap(comments -> comments.getComments().stream())
        .filter(comment -> comment.getRange().filter(at -> at.begin.line < end).isPresent())
        .filter(comment -> mayBeMark(comment.getContent()));
  }
}
