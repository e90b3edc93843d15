package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.ssot.rules.codebase.SuppressionFact;
import dev.ssot.rules.codebase.SuppressionFact.Form;
import dev.ssot.rules.codebase.SuppressionFact.Lines;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what a file says to have findings accepted: comments that begin with {@code ssot:}, and
 * {@code SuppressWarnings} annotations with such a text.
 *
 * <p>A comment behind code is about its line. A comment on lines of its own is about the code right
 * below it, other comments between them aside: about the whole declaration where a type or a member
 * begins there or has its head there, otherwise about that line. An annotation makes a comment for
 * the same rule, at the head of a declaration, be about the whole declaration; without such a
 * comment it is a fact of its own.
 */
final class SuppressionReader {

  /** What each of them begins with. */
  static final String MARK = "ssot:";

  private static final String ANNOTATION = "SuppressWarnings";
  private static final String ALLOW = MARK + "allow";

  private final CompilationUnit tree;
  private final Places places;
  private final String fileSubject;
  private final Map<Integer, JavaToken> firstCode = new TreeMap<>();
  private final Map<Integer, JavaToken> comments = new TreeMap<>();
  private final List<BodyDeclaration<?>> declarations = new ArrayList<>();
  private final List<SuppressionFact> facts = new ArrayList<>();

  private SuppressionReader(CompilationUnit tree, Places places, String fileSubject) {
    this.tree = tree;
    this.places = places;
    this.fileSubject = fileSubject;
  }

  /**
   * Reads a file.
   *
   * @param fileSubject what stands for the file where no declaration is near
   */
  static List<SuppressionFact> read(
      CompilationUnit tree, String text, Places places, String fileSubject) {
    if (!mayHoldOne(text)) {
      return List.of();
    }
    SuppressionReader reader = new SuppressionReader(tree, places, fileSubject);
    reader.noteTokens();
    tree.walk(reader::noteDeclaration);
    reader.readComments();
    tree.walk(AnnotationExpr.class, reader::readAnnotation);
    return reader.facts.stream().sorted(Comparator.comparing(SuppressionFact::region)).toList();
  }

  /** Whether there may be a suppression in a file. */
  static boolean mayHoldOne(String text) {
    return text.contains(MARK);
  }

  /** Notes, for each line, where code begins, and the last comment that begins on it. */
  private void noteTokens() {
    Optional<JavaToken> token = tree.getTokenRange().map(TokenRange::getBegin);
    while (token.flatMap(JavaToken::getPreviousToken).isPresent()) {
      token = token.flatMap(JavaToken::getPreviousToken);
    }
    while (token.isPresent()) {
      note(token.get());
      token = token.get().getNextToken();
    }
  }

  private void note(JavaToken token) {
    if (token.getCategory().isWhitespace() || token.getText().isEmpty()) {
      return;
    }
    int line = range(token).begin.line;
    if (token.getCategory().isComment()) {
      comments.put(line, token);
    } else {
      firstCode.putIfAbsent(line, token);
    }
  }

  private void noteDeclaration(Node node) {
    if (node instanceof BodyDeclaration<?> declaration && declaration.getRange().isPresent()) {
      declarations.add(declaration);
    }
  }

  private void readComments() {
    int continued = 0;
    for (Map.Entry<Integer, JavaToken> entry : comments.entrySet()) {
      JavaToken comment = entry.getValue();
      String text = content(comment);
      if (text.startsWith(MARK) && entry.getKey() > continued) {
        boolean block = isBlock(comment);
        int last = block ? range(comment).end.line : entry.getKey();
        StringBuilder whole = new StringBuilder(text);
        Optional<JavaToken> next = continuation(comment, last + 1);
        while (!block && next.isPresent()) {
          last++;
          whole.append(' ').append(content(next.get()));
          next = continuation(comment, last + 1);
        }
        continued = last;
        add(comment, block ? text : whole.toString().strip(), last);
      }
    }
  }

  private static boolean isBlock(JavaToken comment) {
    return comment.getText().startsWith("/*");
  }

  /** What a comment goes on in: one on a line of its own, right below it. */
  private Optional<JavaToken> continuation(JavaToken comment, int line) {
    return Optional.ofNullable(comments.get(line))
        .filter(next -> !isBlock(next) && !firstCode.containsKey(line))
        .filter(next -> range(next).begin.column == range(comment).begin.column)
        .filter(next -> !content(next).startsWith(MARK));
  }

  private static String content(JavaToken comment) {
    String text = comment.getText();
    String inner =
        isBlock(comment)
            ? text.substring(2, Math.max(2, text.length() - 2)).replaceAll("(?m)^\\s*\\*+", " ")
            : text.substring(2);
    return inner.replaceAll("\\s+", " ").strip();
  }

  private void add(JavaToken comment, String text, int last) {
    Range range = range(comment);
    boolean behindCode =
        Optional.ofNullable(firstCode.get(range.begin.line))
            .filter(code -> range(code).begin.isBefore(range.begin))
            .isPresent();
    Form form = isBlock(comment) ? Form.BLOCK_COMMENT : Form.COMMENT;
    Region region =
        new Region(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    int line = behindCode ? range.begin.line : codeBelow(last);
    Optional<BodyDeclaration<?>> headed = behindCode ? Optional.empty() : headedOn(line);
    Lines covered =
        headed
            .map(SuppressionReader::lines)
            .orElseGet(() -> line == 0 ? Lines.none() : Lines.of(line));
    Subject place =
        headed.or(() -> around(range.begin.line)).map(this::subject).orElseGet(this::ofFile);
    facts.add(new SuppressionFact(form, text, place, region, covered));
  }

  /** The line of the code right below a line, with nothing but comments between; 0 for none. */
  private int codeBelow(int line) {
    int below = line + 1;
    while (!firstCode.containsKey(below)) {
      JavaToken comment = comments.get(below);
      if (comment == null) {
        return 0;
      }
      int end = range(comment).end.line;
      below = end > below && firstCode.containsKey(end) ? end : end + 1;
    }
    return below;
  }

  /** The declaration whose head, from its first token to its name, holds the code of a line. */
  private Optional<BodyDeclaration<?>> headedOn(int line) {
    return Optional.ofNullable(firstCode.get(line))
        .map(code -> range(code).begin)
        .flatMap(
            begin ->
                declarations.stream()
                    .filter(declared -> !begin.isBefore(begin(declared).begin))
                    .filter(declared -> !begin.isAfter(name(declared).begin))
                    .findFirst());
  }

  /** The innermost declaration that a line stands in. */
  private Optional<BodyDeclaration<?>> around(int line) {
    return declarations.stream()
        .filter(declared -> lines(declared).contains(line))
        .reduce((outer, inner) -> inner);
  }

  private void readAnnotation(AnnotationExpr annotation) {
    Optional<Range> range = annotation.getRange();
    Optional<Node> annotated =
        annotation.getParentNode().filter(node -> node.getRange().isPresent());
    if (!annotation.getName().getIdentifier().equals(ANNOTATION)
        || range.isEmpty()
        || annotated.isEmpty()) {
      return;
    }
    for (StringLiteralExpr literal : annotation.findAll(StringLiteralExpr.class)) {
      String text = literal.getValue();
      if (text.startsWith(MARK) && !extend(text.substring(MARK.length()), annotated.get())) {
        Subject place = around(range.get().begin.line).map(this::subject).orElseGet(this::ofFile);
        Form form = Form.LONE_ANNOTATION;
        facts.add(new SuppressionFact(form, text, place, Regions.of(literal), Lines.none()));
      }
    }
  }

  /** Lets the comments for a rule at the head of a declaration be about the whole of it. */
  private boolean extend(String rule, Node annotated) {
    Lines head = new Lines(topOf(begin(annotated).begin.line), name(annotated).end.line);
    boolean found = false;
    for (int i = 0; i < facts.size(); i++) {
      SuppressionFact fact = facts.get(i);
      boolean meant =
          fact.form() != Form.LONE_ANNOTATION
              && head.contains(fact.region().line())
              && (fact.text() + " ").startsWith(ALLOW + " " + rule + " ");
      if (meant) {
        found = true;
        facts.set(
            i,
            new SuppressionFact(
                fact.form(), fact.text(), fact.place(), fact.region(), lines(annotated)));
      }
    }
    return found;
  }

  /** The first of the lines of comments right above a line; the line itself without any. */
  private int topOf(int line) {
    int top = line;
    while (comments.containsKey(top - 1) && !firstCode.containsKey(top - 1)) {
      top--;
    }
    return top;
  }

  private Subject subject(BodyDeclaration<?> declaration) {
    return places.of(
        declaration instanceof FieldDeclaration field ? field.getVariable(0) : declaration);
  }

  private Subject ofFile() {
    return Subject.ofType(fileSubject);
  }

  private static Lines lines(Node node) {
    Range range = begin(node);
    return new Lines(range.begin.line, range.end.line);
  }

  private static Range begin(Node node) {
    return node.getRange().orElseThrow();
  }

  private static Range name(Node declaration) {
    if (declaration instanceof FieldDeclaration field) {
      return field.getVariable(0).getName().getRange().orElseThrow();
    }
    if (declaration instanceof NodeWithSimpleName<?> named) {
      return named.getName().getRange().orElseGet(() -> begin(declaration));
    }
    Range range = begin(declaration);
    return range.withEnd(range.begin);
  }

  private static Range range(JavaToken token) {
    return token.getRange().orElseThrow();
  }
}
