package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.ssot.rules.codebase.MethodOutline.Kind;
import dev.ssot.rules.codebase.MethodOutline.Step;
import dev.ssot.rules.model.DottedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what the statements of one body do.
 *
 * <p>Nothing is guessed: what is not known to be idle is work.
 */
final class Outliner {

  private static final Set<Kind> BUSY = Set.of(Kind.WORK, Kind.RECORD, Kind.SWALLOW);
  private static final Set<Kind> IDLE =
      Set.of(Kind.LOG, Kind.SLEEP, Kind.COUNT, Kind.CHECK, Kind.PREPARE);

  /** Exceptions that say that what was asked for is so already, or that the caller wants out. */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "Exist|Already|Duplicate|NotFound|NoSuch|Interrupted|Cancel|Closed|Unsupported");

  private static final Set<String> KEEPING =
      Set.of("add", "addLast", "addFirst", "put", "offer", "push", "set");

  private final Set<String> parameters;
  private final Conditions conditions;
  private final Map<String, String> claims;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  Outliner(Set<String> parameters) {
    this(parameters, new HashMap<>());
  }

  private Outliner(Set<String> parameters, Map<String, String> claims) {
    this.parameters = parameters;
    this.conditions = new Conditions(parameters);
    this.claims = claims;
  }

  List<Step> steps() {
    return steps;
  }

  /** The names that something reads that is not idle. */
  Set<String> read() {
    return read;
  }

  /** Whether a method of this name keeps what it is given, as far as names tell. */
  static boolean keeps(String name) {
    return KEEPING.contains(name);
  }

  /** Reads the body of a lambda that is an expression: a step, or else what it answers. */
  void readBody(ExpressionStmt body) {
    Outliner step = inner();
    step.expression(body.getExpression());
    if (step.steps.stream().map(Step::kind).anyMatch(Kind.WORK::equals)) {
      returned(body.getExpression(), body);
    } else {
      steps.addAll(step.steps);
    }
  }

  void readAll(List<? extends Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Statement next = i + 1 < statements.size() ? statements.get(i + 1) : null;
      read(statements.get(i), Optional.ofNullable(next));
    }
  }

  private void read(Statement statement, Optional<Statement> next) {
    if (statement.isBlockStmt()) {
      readAll(statement.asBlockStmt().getStatements());
    } else if (statement.isSynchronizedStmt()) {
      readAll(statement.asSynchronizedStmt().getBody().getStatements());
    } else if (statement.isReturnStmt()) {
      statement.asReturnStmt().getExpression().ifPresent(value -> returned(value, statement));
    } else if (statement.isThrowStmt()) {
      add(Kind.END, "throws", statement);
    } else if (statement.isIfStmt()) {
      branch(statement.asIfStmt());
    } else if (statement.isTryStmt()) {
      attempt(statement.asTryStmt(), next);
    } else if (statement.isExpressionStmt()) {
      expression(statement.asExpressionStmt().getExpression());
    } else if (statement.isAssertStmt()) {
      add(Kind.CHECK, "checks an argument", statement);
    } else if (!statement.isEmptyStmt()) {
      work(statement);
    }
  }

  private void returned(Expression value, Statement statement) {
    Optional<String> claim = Claims.of(value, claims);
    if (claim.isPresent()) {
      add(Kind.SUCCESS, "returns " + claim.get(), statement);
      note(value);
    } else if (isConstant(value)) {
      add(Kind.END, "returns another constant", statement);
    } else {
      work(statement);
    }
  }

  private static boolean isConstant(Expression value) {
    boolean named = value.isNameExpr() || value.isFieldAccessExpr();
    String text = value.toString();
    String last = DottedNames.last(text);
    boolean empty =
        value instanceof MethodCallExpr call
            && call.getArguments().isEmpty()
            && call.getScope().filter(Expression::isNameExpr).isPresent()
            && Set.of("of", "empty", "emptyList", "emptyMap", "emptySet", "failed", "failure")
                .contains(call.getNameAsString());
    return value.isLiteralExpr()
        || empty
        || (value.isUnaryExpr() && value.asUnaryExpr().getExpression().isLiteralExpr())
        || (named && last.equals(last.toUpperCase(Locale.ROOT)));
  }

  /** A branch is a check of arguments, idle in all its arms, or work. */
  private void branch(IfStmt branch) {
    Outliner arms = inner();
    arms.read(branch.getThenStmt(), Optional.empty());
    branch.getElseStmt().ifPresent(other -> arms.read(other, Optional.empty()));
    boolean looks = Harmless.is(branch.getCondition()) || conditions.isLevel(branch.getCondition());
    boolean ends = arms.steps.stream().anyMatch(step -> step.kind() == Kind.END);
    if (!looks || arms.steps.stream().anyMatch(step -> BUSY.contains(step.kind()))) {
      work(branch);
    } else if (!ends) {
      steps.addAll(arms.steps);
    } else if (conditions.isCheck(branch.getCondition())) {
      add(Kind.CHECK, "checks an argument", branch);
    } else {
      work(branch);
    }
  }

  private void attempt(TryStmt attempt, Optional<Statement> next) {
    Outliner block = inner();
    block.readAll(attempt.getTryBlock().getStatements());
    boolean works =
        !attempt.getResources().isEmpty()
            || block.steps.stream().anyMatch(step -> BUSY.contains(step.kind()));
    if (!works) {
      steps.addAll(block.steps);
      read.addAll(block.read);
      return;
    }
    work(attempt.getTryBlock());
    attempt.getCatchClauses().forEach(clause -> caught(clause, next));
  }

  /** A catch block that does no work and is followed by success, inside it or right after. */
  private void caught(CatchClause clause, Optional<Statement> next) {
    Outliner body = inner();
    body.readAll(clause.getBody().getStatements());
    List<Step> own = body.steps;
    boolean succeeds = !own.isEmpty() && own.get(own.size() - 1).kind() == Kind.SUCCESS;
    boolean idle =
        own.stream().allMatch(step -> IDLE.contains(step.kind()) || step.kind() == Kind.SUCCESS);
    String caught = clause.getParameter().getType().asString();
    if (EXPECTED.matcher(caught).find()) {
      return;
    }
    if (idle && succeeds) {
      String words = "catches %s and %s".formatted(caught, own.get(own.size() - 1).words());
      add(Kind.SWALLOW, words, clause);
    } else if (idle) {
      next.filter(Statement::isReturnStmt)
          .flatMap(after -> after.asReturnStmt().getExpression())
          .flatMap(value -> Claims.of(value, claims))
          .ifPresent(
              claim ->
                  add(
                      Kind.SWALLOW,
                      "catches %s and goes on to return %s".formatted(caught, claim),
                      clause));
    } else {
      work(clause.getBody());
    }
  }

  private Outliner inner() {
    return new Outliner(parameters, claims);
  }

  private void expression(Expression expression) {
    if (expression.isVariableDeclarationExpr()) {
      expression.asVariableDeclarationExpr().getVariables().forEach(this::variable);
    } else if (expression.isAssignExpr()) {
      assignment(expression.asAssignExpr());
    } else if (Harmless.isStep(expression)) {
      add(Kind.COUNT, "counts", expression);
    } else if (expression instanceof MethodCallExpr call) {
      call(call);
    } else {
      work(expression);
    }
  }

  private void variable(VariableDeclarator variable) {
    Optional<Expression> value = variable.getInitializer();
    value
        .flatMap(initial -> Claims.of(initial, claims))
        .ifPresent(claim -> claims.put(variable.getNameAsString(), claim));
    if (value.isEmpty() || claims.containsKey(variable.getNameAsString())) {
      add(Kind.PREPARE, "prepares a value", variable);
    } else if (Harmless.is(value.get())) {
      add(Kind.PREPARE, "prepares a value", variable);
      note(value.get());
    } else {
      work(variable);
    }
  }

  private void assignment(AssignExpr assignment) {
    String target = assignment.getTarget().toString();
    Expression value = assignment.getValue();
    boolean counts = assignment.getOperator() != AssignExpr.Operator.ASSIGN;
    if (counts && value.isLiteralExpr()) {
      add(Kind.COUNT, "counts", assignment);
    } else if (claims.containsKey(target) && Claims.of(value, claims).isPresent()) {
      add(Kind.PREPARE, "prepares a value", assignment);
    } else if (value.isNameExpr() && parameters.contains(value.toString())) {
      add(Kind.RECORD, "keeps an argument in `" + target + "`", assignment);
      note(value);
    } else {
      claims.remove(target);
      work(assignment);
    }
  }

  private void call(MethodCallExpr call) {
    Optional<Kind> idle = IdleCalls.kind(call);
    if (idle.isPresent()) {
      add(idle.get(), words(idle.get(), call), call);
    } else if (keeps(call)) {
      add(Kind.RECORD, "keeps an argument in `" + call.getScope().orElseThrow() + "`", call);
      note(call);
    } else {
      work(call);
    }
  }

  private static String words(Kind kind, MethodCallExpr call) {
    return switch (kind) {
      case LOG -> "logs";
      case SLEEP ->
          call.getNameAsString().startsWith("simulate")
              ? "calls `" + call.getNameAsString() + "`"
              : "sleeps";
      case COUNT -> "counts";
      case CHECK -> "checks an argument";
      default -> "prepares a value";
    };
  }

  private boolean keeps(MethodCallExpr call) {
    return keeps(call.getNameAsString())
        && call.getScope()
            .filter(scope -> scope.isNameExpr() || scope.isFieldAccessExpr())
            .isPresent()
        && !parameters.contains(call.getScope().orElseThrow().toString())
        && Harmless.all(call.getArguments());
  }

  private void work(Node node) {
    add(Kind.WORK, "works", node);
    note(node);
  }

  private void note(Node node) {
    node.walk(NameExpr.class, name -> read.add(name.getNameAsString()));
  }

  private void add(Kind kind, String words, Node node) {
    steps.add(new Step(kind, words, Regions.of(node)));
  }
}
