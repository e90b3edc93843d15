package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts each type into its class by what its declaration shows, once.
 *
 * <p>Not safe for concurrent use.
 */
final class Classifier {

  /** Methods that say nothing of what a type does. */
  private static final Set<String> HABITS =
      Set.of("equals", "hashCode", "toString", "compareTo", "clone");

  private static final int SMALL = 60;
  private static final int TINY = 25;
  private static final int LITTLE_WORK = 150;
  private static final Set<String> GENERATED_MARKS = Set.of("Generated", "GeneratedValue");

  private final Hierarchy hierarchy;
  private final Map<Integer, TypeClass> classes = new HashMap<>();
  private @Nullable List<TypeEntry> working;

  Classifier(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * The classifier of another state of a codebase, with the same types in the same order and the
   * same super-types.
   */
  Classifier over(Hierarchy same, Codebase before, Codebase now) {
    Classifier next = new Classifier(same);
    for (TypeEntry entry : now.types()) {
      TypeClass known = classes.get(entry.id());
      if (known != null && before.types().get(entry.id()).unit().isVery(entry.unit())) {
        next.classes.put(entry.id(), known);
      }
    }
    return next;
  }

  /** The types of a codebase that do work of their own, in its order. */
  List<TypeEntry> working(Codebase codebase) {
    List<TypeEntry> known = working;
    if (known == null) {
      known = codebase.types().stream().filter(entry -> classify(entry).works()).toList();
      working = known;
    }
    return known;
  }

  /** The class of a type if it is known. */
  Optional<TypeClass> known(TypeEntry entry) {
    return Optional.ofNullable(classes.get(entry.id()));
  }

  void know(TypeEntry entry, TypeClass known) {
    classes.put(entry.id(), known);
  }

  /** Takes over the class of a type from another state, in which it was and had the same. */
  void know(TypeEntry entry, Classifier other, TypeEntry same) {
    TypeClass known = other.classes.get(same.id());
    if (known != null) {
      classes.put(entry.id(), known);
    }
  }

  TypeClass classify(TypeEntry entry) {
    TypeClass known = classes.get(entry.id());
    if (known == null) {
      known = judge(entry);
      classes.put(entry.id(), known);
    }
    return known;
  }

  private TypeClass judge(TypeEntry entry) {
    TypeFact type = entry.type();
    if (entry.unit().kind() == SourceKind.TEST) {
      return TypeClass.TEST;
    }
    if (entry.unit().kind() == SourceKind.GENERATED
        || type.declaration().annotations().stream().anyMatch(GENERATED_MARKS::contains)) {
      return TypeClass.GENERATED;
    }
    if (type.kind() == TypeKind.INTERFACE || type.kind() == TypeKind.ANNOTATION) {
      return TypeClass.DECLARATION;
    }
    if (isException(entry)) {
      return TypeClass.EXCEPTION;
    }
    if (type.tokens() < SMALL) {
      return type.tokens() < TINY ? TypeClass.TINY : TypeClass.SMALL;
    }
    return byMembers(type);
  }

  private boolean isException(TypeEntry entry) {
    String name = entry.type().simpleName();
    return name.endsWith("Exception")
        || name.endsWith("Error")
        || hierarchy.ancestors(entry).stream()
            .anyMatch(ancestor -> ancestor.endsWith("Exception") || ancestor.endsWith("Throwable"));
  }

  private static TypeClass byMembers(TypeFact type) {
    int working = 0;
    int workingTokens = 0;
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor() && !isHabit(method)) {
        working++;
        workingTokens += method.body().tokens();
      }
    }
    int tokens = Math.max(1, type.tokens());
    boolean little = workingTokens < LITTLE_WORK && workingTokens * 4 < tokens;
    if (working == 0 || little) {
      return type.kind() == TypeKind.ENUM || onlyConstants(type)
          ? TypeClass.CONSTANTS
          : TypeClass.DATA_CARRIER;
    }
    if (type.simpleName().endsWith("Builder")) {
      return TypeClass.BUILDER;
    }
    boolean nested = !type.isTopLevel() && !type.has(Modifier.PUBLIC);
    return nested ? TypeClass.NESTED : TypeClass.IMPLEMENTATION;
  }

  private static boolean isHabit(MethodFact method) {
    return method.traits().accessor() || HABITS.contains(method.name()) || isLongAccessor(method);
  }

  /** Accessors that do a little more, such as copying or checking, are still no behaviour. */
  private static boolean isLongAccessor(MethodFact method) {
    String name = method.name();
    boolean reads =
        method.parameters().isEmpty() && (name.startsWith("get") || name.startsWith("is"));
    boolean writes = method.parameters().size() == 1 && name.startsWith("set");
    return (reads || writes) && method.body().tokens() < 45;
  }

  private static boolean onlyConstants(TypeFact type) {
    return type.fields().stream().allMatch(field -> field.isConstant());
  }
}
