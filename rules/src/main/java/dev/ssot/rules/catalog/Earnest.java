package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.DottedNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells types and methods that promise to do something from those that may do nothing: types that
 * are named after doing nothing, test code, hooks, defaults that heirs replace.
 */
final class Earnest {

  private static final Set<String> IDLE_TYPES =
      Set.of(
          "noop",
          "nop",
          "null",
          "disabled",
          "discard",
          "discarding",
          "ignore",
          "ignoring",
          "nothing",
          "blackhole",
          "never",
          "always",
          "mock",
          "fake",
          "stub",
          "dummy");
  private static final Set<String> HOOKS =
      Set.of(
          "listener",
          "interceptor",
          "filter",
          "visitor",
          "callback",
          "hook",
          "observer",
          "adapter",
          "matcher",
          "predicate",
          "condition");

  /** First words of methods that promise to do something. */
  private static final Set<String> VERBS =
      Set.of(
          "send",
          "route",
          "deliver",
          "publish",
          "dispatch",
          "broadcast",
          "emit",
          "forward",
          "store",
          "save",
          "persist",
          "write",
          "put",
          "insert",
          "update",
          "delete",
          "remove",
          "register",
          "unregister",
          "subscribe",
          "unsubscribe",
          "enqueue",
          "submit",
          "execute",
          "process",
          "handle",
          "transfer",
          "pay",
          "charge",
          "refund",
          "notify",
          "upload",
          "download",
          "sync",
          "synchronize",
          "replicate",
          "commit",
          "rollback",
          "flush",
          "backup",
          "restore",
          "encrypt",
          "decrypt",
          "hash",
          "sign",
          "verify",
          "authenticate",
          "authorize",
          "validate",
          "connect",
          "disconnect",
          "push",
          "multicast",
          "acknowledge",
          "append",
          "evict",
          "migrate",
          "import",
          "export",
          "convert",
          "schedule",
          "cancel",
          "retry",
          "replay",
          "relay",
          "transmit",
          "invoke");

  private final Hierarchy hierarchy;
  private final Map<String, Set<String>> overridden = new HashMap<>();

  Earnest(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The names of the methods that heirs of a type have. */
  private Set<String> overridden(String type) {
    return overridden.computeIfAbsent(
        type,
        name -> {
          Set<String> names = new HashSet<>();
          hierarchy
              .heirs(name)
              .forEach(heir -> heir.type().methods().forEach(method -> names.add(method.name())));
          return names;
        });
  }

  /** Whether a type is production code that means what its methods say. */
  boolean isMeant(TypeEntry entry) {
    return entry.unit().kind() == SourceKind.PRODUCTION
        && !entry.type().has(Modifier.ABSTRACT)
        && !isIdleByName(entry)
        && !isHook(entry.type().simpleName())
        && hierarchy.ancestors(entry).stream().noneMatch(Earnest::isHook);
  }

  private static boolean isIdleByName(TypeEntry entry) {
    String name = entry.name().substring(entry.unit().packageName().length());
    List<String> words = Words.split(name);
    boolean noOp = name.toLowerCase(Locale.ROOT).contains("noop");
    return noOp || words.get(0).equals("no") || words.stream().anyMatch(IDLE_TYPES::contains);
  }

  private static boolean isHook(String name) {
    List<String> words = Words.split(DottedNames.last(name));
    return !words.isEmpty() && HOOKS.contains(words.get(words.size() - 1));
  }

  /** Whether a method promises to do something and is no default that an heir replaces. */
  boolean isMeant(TypeEntry entry, MethodFact method) {
    List<String> words = Words.split(method.name());
    return method.isPublic()
        && !method.isConstructor()
        && !words.isEmpty()
        && VERBS.contains(words.get(0))
        && !overridden(entry.name()).contains(method.name());
  }
}
