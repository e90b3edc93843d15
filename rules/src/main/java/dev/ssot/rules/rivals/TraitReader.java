package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.Words;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the facts of a type say of it trait by trait, apart from the fingerprints of its bodies. */
final class TraitReader {

  /** Members of {@link Object} and of habit, which every other type has too. */
  private static final Set<String> COMMON_MEMBERS =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "clone",
          "finalize",
          "compareTo",
          "close",
          "run",
          "main",
          "builder",
          "build",
          "of",
          "create",
          "getInstance",
          "valueOf",
          "values");

  private TraitReader() {}

  /** The names of a trait that a type has; those of some traits repeat. */
  static Collection<String> names(Trait trait, TypeEntry entry, Codebase codebase) {
    TypeFact type = entry.type();
    return switch (trait) {
      case WORDS -> new LinkedHashSet<>(type.vocabulary().words());
      case WORD_USES -> type.vocabulary().words();
      case COMMENTS -> type.vocabulary().comments();
      case CALLS -> type.vocabulary().calls();
      case MEMBERS -> memberNames(type);
      case MEMBER_WORDS -> memberWords(type);
      case SIGNATURES -> signatures(type);
      case SHAPES -> shapes(type);
      case TYPES -> types(type);
      case LITERALS -> literals(type);
      case STATE -> state(type);
      case CONTEXT -> used(entry, codebase);
      case NAME -> Words.split(type.simpleName());
      case BODIES -> throw new IllegalArgumentException("Bodies have no names");
    };
  }

  private static List<String> memberWords(TypeFact type) {
    return repeated(
        type.methods().stream()
            .filter(method -> !method.isConstructor())
            .flatMap(method -> Words.stems(method.name()).stream()));
  }

  private static Set<String> signatures(TypeFact type) {
    Set<String> found = new TreeSet<>();
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor()) {
        found.add(method.signature());
      }
    }
    return found;
  }

  /** Signatures without the names. */
  private static List<String> shapes(TypeFact type) {
    return repeated(type.methods().stream().map(MethodFact::shape));
  }

  private static List<String> types(TypeFact type) {
    return repeated(
        Stream.concat(
            type.methods().stream().flatMap(TraitReader::typesOf),
            type.fields().stream().map(FieldFact::erasedType)));
  }

  private static Stream<String> typesOf(MethodFact method) {
    return method.isConstructor()
        ? method.parameters().stream()
        : Stream.concat(method.parameters().stream(), Stream.of(method.returns()));
  }

  private static List<String> repeated(Stream<String> features) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    features.forEach(feature -> counts.merge(feature, 1, Integer::sum));
    return Words.repeated(counts);
  }

  /** Names of methods that do something; accessors and members of habit say nothing of a role. */
  private static Set<String> memberNames(TypeFact type) {
    Set<String> names = new TreeSet<>();
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor()
          && !method.traits().accessor()
          && !COMMON_MEMBERS.contains(method.name())) {
        names.add(method.name());
      }
    }
    return names;
  }

  /** String literals, and names of constants that are words of more than one part. */
  private static Set<String> literals(TypeFact type) {
    Set<String> found = new TreeSet<>(type.vocabulary().literals());
    for (FieldFact field : type.fields()) {
      if (field.isConstant() && field.name().indexOf('_') > 0) {
        found.add(field.name());
      }
    }
    return found;
  }

  /**
   * Fields as {@code name:type}, with types reduced to what survives a change of implementation.
   */
  private static Set<String> state(TypeFact type) {
    Set<String> found = new TreeSet<>();
    for (FieldFact field : type.fields()) {
      if (!field.isConstant()) {
        found.add(field.name().toLowerCase(Locale.ROOT) + ":" + plain(field.erasedType()));
      }
    }
    return found;
  }

  /** The simple names of the types of the codebase that a top-level type uses, its own left out. */
  private static Set<String> used(TypeEntry entry, Codebase codebase) {
    Set<String> found = new TreeSet<>();
    if (entry.type().isTopLevel()) {
      for (NameUse use : entry.unit().uses().names()) {
        if (use.kind() == NameUse.Kind.SIMPLE
            && use.inType().equals(entry.name())
            && isOfAnother(codebase.withSimpleName(use.name()), entry)) {
          found.add(use.name());
        }
      }
    }
    return found;
  }

  /** Whether one of some types is a top-level type other than their user. */
  private static boolean isOfAnother(List<TypeEntry> types, TypeEntry user) {
    for (TypeEntry type : types) {
      if (type.type().isTopLevel() && type.id() != user.id()) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String type) {
    return type.replace("Concurrent", "").replace("Linked", "").replace("Hash", "");
  }
}
