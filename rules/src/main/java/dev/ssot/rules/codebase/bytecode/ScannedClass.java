package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One class file as it is, before it is known what it does through accessors of other classes.
 *
 * @param head the fact, without uses unless it is whole
 * @param whole whether the fact has its uses, as they depend on no other class
 * @param named the lines on which it names types, by their names; empty if it is whole
 * @param bodies the code of its methods by their keys; only that of accessors if it is whole
 */
record ScannedClass(
    ClassFact head, boolean whole, Map<String, Integer> named, Map<String, MethodBody> bodies) {

  /** The accessors of other classes. */
  interface Accessors {

    /** The code of one, or null where its class is not known. */
    @Nullable MethodBody of(String owner, String key);
  }

  /**
   * A class as it was read; if it calls no accessor, its uses are gathered and the rest forgotten.
   *
   * @param head the fact without uses
   */
  static ScannedClass of(
      ClassFact head, Map<String, Integer> named, Map<String, MethodBody> bodies) {
    ScannedClass scanned = new ScannedClass(head, false, named, bodies);
    if (bodies.values().stream().anyMatch(body -> !body.calls().isEmpty())) {
      return scanned;
    }
    Map<String, MethodBody> accessors = new HashMap<>();
    bodies.forEach(
        (key, body) -> {
          if (body.kind() == MethodBody.Kind.ACCESSOR) {
            accessors.put(key, body);
          }
        });
    return new ScannedClass(scanned.fact((owner, key) -> null), true, Map.of(), accessors);
  }

  /** The code of an accessor, or null where there is none. */
  @Nullable MethodBody accessor(String key) {
    MethodBody body = bodies.get(key);
    return body != null && body.kind() == MethodBody.Kind.ACCESSOR ? body : null;
  }

  /** The fact with all uses; the code of a lambda is that of the method that contains it. */
  ClassFact fact(Accessors accessors) {
    if (whole) {
      return head;
    }
    Gathering gathering = new Gathering(accessors);
    for (MethodBody body : bodies.values()) {
      if (body.kind() == MethodBody.Kind.PLAIN) {
        gathering.take(body, body.name());
      } else if (body.kind() == MethodBody.Kind.BRIDGE) {
        gathering.seen.add(body.key());
      }
    }
    for (MethodBody body : bodies.values()) {
      if (body.kind() == MethodBody.Kind.LAMBDA && !gathering.seen.contains(body.key())) {
        gathering.take(body, body.name());
      }
    }
    return head.with(gathering.uses());
  }

  /** By line first; written out, as it is asked for each of a million uses. */
  private static int order(ClassUse one, ClassUse other) {
    int order = Integer.compare(one.line(), other.line());
    order = order == 0 ? one.from().compareTo(other.from()) : order;
    order = order == 0 ? one.kind().compareTo(other.kind()) : order;
    order = order == 0 ? one.owner().compareTo(other.owner()) : order;
    order = order == 0 ? one.name().compareTo(other.name()) : order;
    return order == 0 ? one.parameters().compareTo(other.parameters()) : order;
  }

  /** The uses of the class, each once. */
  private final class Gathering {

    private final Accessors accessors;
    private final Set<ClassUse> uses = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    Gathering(Accessors accessors) {
      this.accessors = accessors;
    }

    List<ClassUse> uses() {
      Set<String> reached = new HashSet<>(Set.of(head.name()));
      uses.forEach(use -> reached.add(use.owner()));
      List<ClassUse> all = new ArrayList<>(uses);
      named.forEach(
          (name, line) -> {
            if (!reached.contains(name)) {
              all.add(new ClassUse(ClassUse.Kind.NAMING, "", name, "", "", line));
            }
          });
      all.sort(ScannedClass::order);
      return all;
    }

    /** What a method does, with its lambdas and what these contain. */
    void take(MethodBody method, String from) {
      if (method.lambdas().isEmpty()) {
        takeOwn(method, from);
        return;
      }
      Set<String> taken = new HashSet<>();
      List<MethodBody> open = new ArrayList<>(List.of(method));
      while (!open.isEmpty()) {
        MethodBody body = open.remove(open.size() - 1);
        takeOwn(body, from);
        for (String key : body.lambdas()) {
          MethodBody lambda = bodies.get(key);
          if (lambda != null && taken.add(key)) {
            open.add(lambda);
          }
        }
      }
    }

    private void takeOwn(MethodBody body, String from) {
      seen.add(body.key());
      for (ClassUse use : body.uses()) {
        uses.add(use.from().equals(from) ? use : use.at(from, use.line()));
      }
      for (MethodBody.AccessorCall call : body.calls()) {
        takeAccessor(call, from, call.use().line(), new HashSet<>());
      }
    }

    /** What an accessor does, as if it stood where it is called. */
    private void takeAccessor(
        MethodBody.AccessorCall call, String from, int line, Set<MethodBody.AccessorCall> through) {
      MethodBody accessor = accessors.of(call.use().owner(), call.key());
      if (accessor == null) {
        uses.add(call.use().at(from, line));
      } else if (through.add(call)) {
        accessor.uses().forEach(use -> uses.add(use.at(from, line)));
        accessor.calls().forEach(next -> takeAccessor(next, from, line, through));
      }
    }
  }
}
