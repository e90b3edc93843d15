package dev.ssot.rules.codebase.source;

import static com.github.javaparser.ast.Modifier.Keyword.FINAL;
import static com.github.javaparser.ast.Modifier.Keyword.PRIVATE;
import static com.github.javaparser.ast.Modifier.Keyword.PUBLIC;
import static com.github.javaparser.ast.Modifier.Keyword.STATIC;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.ConstantFact.Reach;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.tokens.SettingReads;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the constants that a file declares, and the defaults of the settings that it reads. */
final class ConstantReader {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z][\\w.\\-]*):([^${}:]+)}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w*(?:[.\\-_]\\w+)+");
  private static final int LONGEST_WRITTEN = 120;

  private final Interner interner;
  private final Places places;
  private final Evaluator evaluator;
  private final List<ConstantFact> constants = new ArrayList<>();

  /**
   * A reader of one file.
   *
   * @param nodes all of its tree
   */
  ConstantReader(Interner interner, Places places, List<Node> nodes) {
    this.interner = interner;
    this.places = places;
    this.evaluator = new Evaluator(initializers(nodes));
  }

  /** The initializers of the constants of a file by name; none where a name has several. */
  private static Map<String, Optional<Expression>> initializers(List<Node> nodes) {
    Map<String, Optional<Expression>> known = new HashMap<>();
    for (Node node : nodes) {
      if (node instanceof VariableDeclarator variable && isConstant(variable)) {
        known.merge(
            variable.getNameAsString(),
            variable.getInitializer(),
            (one, other) -> Optional.empty());
      }
    }
    return known;
  }

  /**
   * Whether a variable is a static final field, or a field of an interface. The parser takes every
   * field within an interface for one, those of anonymous classes too.
   */
  static boolean isConstant(VariableDeclarator variable) {
    return variable.getParentNode().orElse(null) instanceof FieldDeclaration field
        && ((field.hasModifier(STATIC) && field.hasModifier(FINAL)) || isInInterface(field));
  }

  private static boolean isInInterface(FieldDeclaration field) {
    Node type = field.getParentNode().orElse(null);
    return type instanceof AnnotationDeclaration
        || (type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface());
  }

  void visit(Node node) {
    if (node instanceof VariableDeclarator variable && isConstant(variable)) {
      variable
          .getInitializer()
          .ifPresent(
              written ->
                  add(
                      variable.getNameAsString(),
                      written,
                      evaluator.value(written),
                      reach((FieldDeclaration) variable.getParentNode().orElseThrow()),
                      Regions.of(variable.getName())));
    } else if (node instanceof StringLiteralExpr literal
        && !LiteralReader.annotation(literal).isEmpty()) {
      placeholders(literal);
    } else if (node instanceof MethodCallExpr call && SettingReads.isOne(call.getNameAsString())) {
      read(call);
    }
  }

  private static Reach reach(FieldDeclaration field) {
    if (field.hasModifier(PRIVATE)) {
      return Reach.TYPE;
    }
    return field.hasModifier(PUBLIC) || isInInterface(field) ? Reach.EVERYWHERE : Reach.PACKAGE;
  }

  private void placeholders(StringLiteralExpr literal) {
    Matcher matcher = PLACEHOLDER.matcher(literal.asString());
    while (matcher.find()) {
      Value value = Evaluator.parsed(matcher.group(2));
      add(matcher.group(1), literal, Optional.of(value), Reach.SETTING, Regions.of(literal));
    }
  }

  private void read(MethodCallExpr call) {
    List<Expression> arguments = call.getArguments();
    if (arguments.size() < 2 || arguments.size() > 3) {
      return;
    }
    Expression fallback = arguments.get(arguments.size() - 1);
    evaluator
        .value(arguments.get(0))
        .filter(key -> key.kind() == Value.Kind.TEXT && KEY.matcher(key.text()).matches())
        .ifPresent(
            key ->
                add(
                    key.text(),
                    fallback,
                    evaluator.value(fallback).map(Evaluator::parsed),
                    Reach.SETTING,
                    Regions.of(fallback)));
  }

  private void add(
      String name, Expression written, Optional<Value> value, Reach reach, Region region) {
    value.ifPresent(
        known ->
            constants.add(
                new ConstantFact(
                    interner.one(name),
                    shortened(written.toString()),
                    new Value(known.kind(), interner.one(known.text())),
                    reach,
                    region,
                    places.typeOf(written))));
  }

  private static String shortened(String written) {
    return written.length() <= LONGEST_WRITTEN
        ? written
        : written.substring(0, LONGEST_WRITTEN) + "…";
  }

  List<ConstantFact> result() {
    return constants;
  }
}
