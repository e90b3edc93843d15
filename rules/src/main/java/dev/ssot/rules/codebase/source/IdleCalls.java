package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.ssot.rules.codebase.MethodOutline.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises calls that do no work: they log, sleep, count or check. */
final class IdleCalls {

  private static final Set<String> LOG_METHODS =
      Set.of("log", "trace", "debug", "info", "warn", "warning", "error", "severe", "fine");
  private static final Set<String> COUNTING =
      Set.of("increment", "incrementAndGet", "getAndIncrement", "inc", "decrementAndGet", "mark");
  private static final Set<String> CHECKS =
      Set.of("requireNonNull", "checkNotNull", "notNull", "notEmpty", "hasText", "hasLength");

  private IdleCalls() {}

  /** What kind of idle call this is, if it is one; its arguments must do no work either. */
  static Optional<Kind> kind(MethodCallExpr call) {
    String name = call.getNameAsString();
    String scope = call.getScope().map(Expression::toString).orElse("");
    if (!Harmless.all(call.getArguments())) {
      return Optional.empty();
    }
    if (isLog(name, scope)) {
      return Optional.of(Kind.LOG);
    }
    if (isSleep(name, scope)) {
      return Optional.of(Kind.SLEEP);
    }
    if (COUNTING.contains(name) && !scope.isEmpty()) {
      return Optional.of(Kind.COUNT);
    }
    if (CHECKS.contains(name)) {
      return Optional.of(Kind.CHECK);
    }
    return scope.equals("Thread.currentThread()") && name.equals("interrupt")
        ? Optional.of(Kind.PREPARE)
        : Optional.empty();
  }

  private static boolean isLog(String name, String scope) {
    String head = scope.startsWith("this.") ? scope.substring("this.".length()) : scope;
    int end = head.indexOf('.');
    String first = (end < 0 ? head : head.substring(0, end)).toLowerCase(Locale.ROOT);
    boolean console = scope.equals("System.out") || scope.equals("System.err");
    boolean logger = first.equals("log") || first.endsWith("logger") || first.endsWith("_log");
    return console || logger || (scope.isEmpty() && LOG_METHODS.contains(name));
  }

  private static boolean isSleep(String name, String scope) {
    return name.equals("sleep")
        || name.equals("parkNanos")
        || name.equals("sleepUninterruptibly")
        || name.toLowerCase(Locale.ROOT).startsWith("simulate")
        || (scope.isEmpty() && name.equals("delay"));
  }
}
