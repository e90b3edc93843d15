package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.tokens.TokenFacts.Module;
import dev.ssot.rules.codebase.tokens.TypeNode.Head;
import dev.ssot.rules.model.AccessPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Reads one Java file after another into facts, without trees. Not safe for concurrent use.
 *
 * <p>It knows the grammar of common files. Of a file that holds anything else, be it an error or a
 * rare construct, it tells nothing, so that a parser can judge.
 */
public final class TokenReader {

  /** Where names are not noted: annotations of a package are nobody's use. */
  private static final String OUTSIDE = "";

  private final Interner interner;
  private final Symbols symbols;
  private final Set<String> watched;
  private final boolean values;
  private final Lexer lexer;
  private final VocabularyNotes vocabulary;
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final FirstUses firsts = new FirstUses();

  /**
   * A reader whose facts share the texts of {@code interner}.
   *
   * @param watched words that a file must not hold, as only a parser can tell what they mean there
   * @param values whether the text is wanted that a parser needs to read the values of a file
   * @param comments whether the words of comments are wanted
   */
  public TokenReader(Interner interner, Set<String> watched, boolean values, boolean comments) {
    this.interner = interner;
    this.watched = Set.copyOf(watched);
    this.values = values;
    this.symbols = new Symbols(interner);
    this.lexer = new Lexer(symbols);
    this.vocabulary = new VocabularyNotes(symbols, comments);
  }

  /** The facts of a file, unless something in it is not known for certain. */
  public Optional<TokenFacts> read(String text) {
    try {
      return Optional.of(facts(lexer.read(text), text));
    } catch (RuntimeException | StackOverflowError e) {
      // Not only what is unsure: a parser is a better judge than a defect of this reader.
      vocabulary.take(List.of());
      fingerprinter.take();
      return Optional.empty();
    }
  }

  private TokenFacts facts(Tokens tokens, String text) {
    rejectWatched(tokens);
    UnitUses uses = new UnitUses(tokens, new UseNotes(interner), firsts);
    DeclarationSyntax syntax = new DeclarationSyntax(tokens, uses);
    String packageName = "";
    uses.enter(OUTSIDE);
    if (isPackage(syntax)) {
      syntax.annotations();
      packageName = packageName(syntax);
    }
    ValuedText valued = new ValuedText(tokens, interner);
    int firstImport = syntax.at();
    List<ImportFact> imports = imports(syntax);
    Optional<Module> module =
        ModuleSyntax.begins(syntax)
            ? Optional.of(new ModuleSyntax(syntax, uses).read())
            : Optional.empty();
    module.ifPresent(alone -> rejectMarks(tokens));
    boolean bare = packageName.isEmpty() && imports.isEmpty();
    int firstType = syntax.at();
    if (values) {
      valued.addFront(0, firstImport - 1);
      valued.leaveOut(firstImport, firstType - 1);
    }
    int firstCode = bare ? firstType : 0;
    TypeFacts types = new TypeFacts(tokens, interner, vocabulary, fingerprinter);
    boolean generated = false;
    while (!syntax.is(Kind.END)) {
      if (!syntax.accept(Kind.SEMICOLON)) {
        uses.enter(nextTypeName(syntax, packageName));
        TypeNode type = syntax.type(syntax.head());
        generated |= isGenerated(type, tokens);
        types.add(type, packageName, "");
        if (values) {
          valued.add(type);
        }
      }
    }
    if (types.facts().isEmpty() && packageName.isEmpty() && module.isEmpty()) {
      throw new Unsure("a file that declares nothing");
    }
    uses.enter(types.facts().isEmpty() ? packageName : types.facts().get(0).qualifiedName());
    uses.links();
    valued.look(packageName);
    return new TokenFacts(
        packageName,
        imports,
        types.facts(),
        module,
        uses.result(),
        generated,
        comments(tokens, firstCode, comment -> isHeader(tokens, comment, bare)),
        comments(tokens, firstType, comment -> true),
        valued.rest(text),
        valued.literals(),
        lines(tokens));
  }

  /** Number of lines, which the end of the last one does not add to. */
  private static int lines(Tokens tokens) {
    int end = tokens.size() - 1;
    return tokens.column(end) == 1 ? tokens.line(end) - 1 : tokens.line(end);
  }

  /** Whether the file begins with its package, which may be annotated. */
  private static boolean isPackage(DeclarationSyntax syntax) {
    int token = syntax.skipAnnotations(syntax.at());
    return token != Lookahead.NOTHING && syntax.kind(token) == Kind.PACKAGE;
  }

  private void rejectWatched(Tokens tokens) {
    if (watched.isEmpty()) {
      return;
    }
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token).isName() && watched.contains(tokens.symbol(token).text())) {
        throw new Unsure("a word whose uses are wanted");
      }
    }
  }

  private String packageName(DeclarationSyntax syntax) {
    syntax.expect(Kind.PACKAGE);
    String name = syntax.dotted();
    syntax.expect(Kind.SEMICOLON);
    return interner.one(name);
  }

  private List<ImportFact> imports(DeclarationSyntax syntax) {
    List<ImportFact> imports = new ArrayList<>();
    while (syntax.is(Kind.IMPORT) || syntax.is(Kind.SEMICOLON)) {
      if (syntax.accept(Kind.SEMICOLON)) {
        continue;
      }
      int begin = syntax.at();
      syntax.advance();
      boolean isStatic = syntax.accept(Kind.STATIC);
      if (syntax.is(Kind.MODULE)) {
        throw new Unsure("an import of a module, or of a package of that name");
      }
      String name = syntax.dotted();
      boolean all = syntax.accept(Kind.DOT);
      if (all) {
        syntax.expect(Kind.STAR);
      }
      int end = syntax.at();
      syntax.expect(Kind.SEMICOLON);
      imports.add(
          new ImportFact(
              path(isStatic, all), interner.one(name), syntax.tokens().region(begin, end)));
    }
    return imports;
  }

  private static AccessPath path(boolean isStatic, boolean all) {
    if (isStatic) {
      return all ? AccessPath.STATIC_WILDCARD_IMPORT : AccessPath.STATIC_IMPORT;
    }
    return all ? AccessPath.WILDCARD_IMPORT : AccessPath.IMPORT;
  }

  /** The qualified name of the type that is declared next, which its annotations come before. */
  private String nextTypeName(DeclarationSyntax syntax, String packageName) {
    Tokens tokens = syntax.tokens();
    int token = syntax.at();
    while (!syntax.beginsType(token)) {
      Kind kind = tokens.kind(token);
      if (kind == Kind.END || kind == Kind.LEFT_BRACE) {
        throw new Unsure("something else than a type");
      }
      token = kind == Kind.LEFT_PAREN ? tokens.partner(token) + 1 : token + 1;
    }
    int name = tokens.kind(token) == Kind.AT ? token + 2 : token + 1;
    if (!tokens.kind(name).isName()) {
      throw new Unsure("a type without a name");
    }
    String simple = tokens.symbol(name).text();
    return interner.one(packageName.isEmpty() ? simple : packageName + "." + simple);
  }

  private static boolean isGenerated(TypeNode type, Tokens tokens) {
    Head head = type.head();
    return head.annotations().stream()
        .anyMatch(name -> tokens.symbol(name).text().equals("Generated"));
  }

  /**
   * Those comments on lines above a token that are wanted, by their numbers, and may say that the
   * file is generated.
   */
  private static List<String> comments(Tokens tokens, int token, IntPredicate wanted) {
    List<String> comments = new ArrayList<>();
    for (int comment = 0; comment < tokens.commentsBefore(token); comment++) {
      if (tokens.commentLine(comment) < tokens.line(token)
          && wanted.test(comment)
          && mayBeMark(tokens, comment)) {
        comments.add(tokens.comment(comment));
      }
    }
    return comments;
  }

  /**
   * Leaves a file without types to the parser in which some comment may say that it is generated.
   */
  private static void rejectMarks(Tokens tokens) {
    for (int comment = 0; comment < tokens.commentCount(); comment++) {
      if (mayBeMark(tokens, comment)) {
        throw new Unsure("a comment that may be of the header");
      }
    }
  }

  private static boolean mayBeMark(Tokens tokens, int comment) {
    return GeneratedMark.mayBeIn(
        tokens.text(), tokens.commentStart(comment), tokens.commentEnd(comment));
  }

  /** Whether a comment above all code is of the header; the documentation of a bare type is not. */
  private static boolean isHeader(Tokens tokens, int comment, boolean bare) {
    if (tokens.isMarkdown(comment)) {
      throw new Unsure("a comment that may be documentation");
    }
    return !bare || !tokens.isJavadoc(comment);
  }
}
