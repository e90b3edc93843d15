package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.ValueFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who changes static fields, or what they hold, after their classes are initialised.
 *
 * <p>What runs only while a class is initialised is no change: the static initialiser, its lambdas,
 * and private static methods that nothing else calls.
 */
final class StateChanges {

  private static final String INITIALISER = "<clinit>";

  /** Types whose objects hold state; those that extend or implement one do as well. */
  private static final List<String> HOLDERS =
      List.of(
          "java.util.Collection",
          "java.util.Map",
          "java.util.Dictionary",
          "java.util.BitSet",
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "com.google.common.cache.Cache",
          "com.github.benmanes.caffeine.cache.Cache",
          "io.netty.util.concurrent.FastThreadLocal");

  private static final String ATOMICS = "java.util.concurrent.atomic.";

  /** Methods that change what they are called on. */
  private static final Set<String> CHANGES =
      Set.of(
          "accumulate",
          "accumulateAndGet",
          "add",
          "addAll",
          "addElement",
          "addFirst",
          "addLast",
          "and",
          "andNot",
          "append",
          "clear",
          "compareAndSet",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "delete",
          "deleteCharAt",
          "drainTo",
          "flip",
          "getAndAccumulate",
          "getAndSet",
          "getAndUpdate",
          "insert",
          "insertElementAt",
          "invalidate",
          "invalidateAll",
          "lazySet",
          "merge",
          "offer",
          "offerFirst",
          "offerLast",
          "or",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "push",
          "put",
          "putAll",
          "putFirst",
          "putIfAbsent",
          "putLast",
          "remove",
          "removeAll",
          "removeElement",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replace",
          "replaceAll",
          "reset",
          "retainAll",
          "set",
          "setCharAt",
          "setElementAt",
          "setLength",
          "setPlain",
          "setRelease",
          "sort",
          "take",
          "updateAndGet",
          "weakCompareAndSetPlain",
          "xor");

  /** Methods of counters, which tell tenants apart by nothing but how often something happened. */
  private static final Set<String> COUNTS =
      Set.of(
          "addAndGet",
          "decrement",
          "decrementAndGet",
          "getAndAdd",
          "getAndDecrement",
          "getAndIncrement",
          "increment",
          "incrementAndGet");

  private final Case facts;
  private final ClassFiles files;
  private final Map<String, Set<String>> initialisers = new HashMap<>();

  StateChanges(Case facts) {
    this.facts = facts;
    this.files = facts.bytecode().files();
  }

  /**
   * A change of a field, or of what it holds.
   *
   * @param counts whether it only counts
   */
  record Change(ClassFact by, ClassUse use, boolean counts) {}

  /** Whether what a field of this type holds can be changed. */
  boolean holdsState(String type) {
    return type.startsWith("[")
        || (type.startsWith(ATOMICS) && !type.endsWith("FieldUpdater"))
        || HOLDERS.stream().anyMatch(holder -> files.isA(type, holder));
  }

  /**
   * The changes of static fields, in the order of classes and of their code.
   *
   * @param assigned fields that may be assigned, {@code owner#field}
   * @param filled fields whose objects may be changed
   */
  Map<String, List<Change>> of(List<ClassFact> judged, Set<String> assigned, Set<String> filled) {
    Map<String, List<Change>> changes = new TreeMap<>();
    List<ClassFact> readers = new ArrayList<>();
    for (ClassFact fact : judged) {
      boolean reads = false;
      for (ClassUse use : fact.uses()) {
        if (use.kind() != ClassUse.Kind.READ && use.kind() != ClassUse.Kind.WRITE) {
          continue;
        }
        String field = use.member();
        reads |= use.kind() == ClassUse.Kind.READ && filled.contains(field);
        if (use.kind() == ClassUse.Kind.WRITE
            && assigned.contains(field)
            && !isInitialising(fact, use.from())) {
          add(changes, field, new Change(fact, use, false));
        }
      }
      if (reads) {
        readers.add(fact);
      }
    }
    for (ValueFlow flow : facts.bytecode().look().flows(readers, filled)) {
      if (filled.contains(flow.receiver())) {
        addIfChange(changes, flow);
      }
    }
    return changes;
  }

  private void addIfChange(Map<String, List<Change>> changes, ValueFlow flow) {
    ClassFact by = files.named(flow.in()).orElseThrow();
    boolean counts = COUNTS.contains(flow.name());
    boolean stores = flow.owner().isEmpty();
    if ((stores || counts || isChange(flow)) && !isInitialising(by, flow.from())) {
      String field = flow.receiver();
      int hash = field.indexOf('#');
      ClassUse use =
          stores
              ? new ClassUse(
                  ClassUse.Kind.WRITE,
                  flow.from(),
                  field.substring(0, hash),
                  field.substring(hash + 1),
                  "",
                  flow.line())
              : new ClassUse(
                  ClassUse.Kind.CALL, flow.from(), flow.owner(), flow.name(), "", flow.line());
      add(changes, field, new Change(by, use, counts));
    }
  }

  /** To take the value of a thread away is how a leak is mended, not how it is made. */
  private boolean isChange(ValueFlow flow) {
    boolean cleans = flow.name().equals("remove") && flow.owner().endsWith("ThreadLocal");
    return CHANGES.contains(flow.name()) && !cleans;
  }

  private static void add(Map<String, List<Change>> changes, String field, Change change) {
    List<Change> all = changes.computeIfAbsent(field, key -> new ArrayList<>());
    if (!all.contains(change)) {
      all.add(change);
    }
  }

  private boolean isInitialising(ClassFact fact, String method) {
    return method.equals(INITIALISER)
        || initialisers.computeIfAbsent(fact.name(), name -> initialisers(fact)).contains(method);
  }

  /** Names of the private static methods that only the initialiser reaches. */
  private static Set<String> initialisers(ClassFact fact) {
    Set<String> reached = new HashSet<>();
    fact.methods().stream()
        .filter(method -> method.modifiers().containsAll(Set.of(Modifier.PRIVATE, Modifier.STATIC)))
        .forEach(method -> reached.add(method.name()));
    Map<String, Set<String>> callers = new HashMap<>();
    for (ClassUse use : fact.uses()) {
      if (use.isCall() && use.owner().equals(fact.name()) && reached.contains(use.name())) {
        callers.computeIfAbsent(use.name(), key -> new HashSet<>()).add(use.from());
      }
    }
    reached.retainAll(callers.keySet());
    boolean shrunk = true;
    while (shrunk) {
      shrunk =
          reached.removeIf(
              method ->
                  callers.getOrDefault(method, Set.of()).stream()
                      .anyMatch(
                          caller -> !caller.equals(INITIALISER) && !reached.contains(caller)));
    }
    return reached;
  }
}
