package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.CandidateRole;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence.Fragments;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes candidates for roles of what discovery found.
 *
 * <p>Two source trees or packages of which one was copied as a whole are no role: that is mended by
 * removing one of them, not by declaring each of their types.
 */
final class CandidateRoles {

  /** From here on discovery was right about nine of ten pairs whose canonical was told by use. */
  private static final int SURE = 75;

  /** A name that more types have says little, and an import of any of them would be a finding. */
  private static final int MOST_NAMESAKES = 4;

  private final Codebase codebase;
  private final Set<String> ids = new HashSet<>();

  CandidateRoles(Codebase codebase) {
    this.codebase = codebase;
  }

  /** The candidates, the sure ones first, otherwise in the order of the groups. */
  List<CandidateRole> of(List<Fragments> groups) {
    List<CandidateRole> candidates = new ArrayList<>();
    for (Fragments group : groups) {
      if (!isWholeCopy(group)) {
        candidates.add(candidate(group));
      }
    }
    candidates.sort(Comparator.comparing(candidate -> !candidate.sure()));
    return List.copyOf(candidates);
  }

  private static boolean isWholeCopy(Fragments group) {
    return group.isPaired()
        || group.comparisons().stream()
            .anyMatch(one -> one.rival().name().equals(group.canonical().name()));
  }

  private CandidateRole candidate(Fragments group) {
    List<Comparison> likely = group.comparisons().stream().filter(this::isLikely).toList();
    boolean sure = !likely.isEmpty() && isTold(group, likely);
    List<TypeRef> types = new ArrayList<>(List.of(group.canonical()));
    (sure ? likely : group.comparisons()).forEach(one -> types.add(one.rival()));
    return new CandidateRole(id(group), types, group.reason(), sure);
  }

  private boolean isLikely(Comparison comparison) {
    return comparison.confidence() >= SURE || isDeprecated(comparison.rival());
  }

  /**
   * Whether use tells which of the types should stay; a deprecated one may be used as much, but not
   * more, for then something else is to come in its place. An abstract type does no job itself, and
   * a name such as {@code Utils} names none.
   */
  private boolean isTold(Fragments group, List<Comparison> likely) {
    return !isDeprecated(group.canonical())
        && codebase.withSimpleName(group.canonical().simpleName()).size() <= MOST_NAMESAKES
        && !declares(group.canonical(), fact -> fact.has(Modifier.ABSTRACT))
        && likely.stream().allMatch(one -> isUsedLess(one, group.canonical()));
  }

  private boolean isUsedLess(Comparison one, TypeRef canonical) {
    int more = one.usage().ofCanonical().size() - one.usage().ofRival().size();
    return one.canonical().equals(canonical) && (isDeprecated(one.rival()) ? more >= 0 : more > 0);
  }

  private boolean isDeprecated(TypeRef type) {
    return declares(type, TypeFact::isDeprecated);
  }

  private boolean declares(TypeRef type, Predicate<TypeFact> trait) {
    return codebase.declarations(type.name()).stream().map(TypeEntry::type).anyMatch(trait);
  }

  /**
   * Words that the names have in common, or the name of the canonical where they say too little.
   */
  private String id(Fragments group) {
    List<String> own = Words.split(group.canonical().simpleName());
    List<String> words = group.words().size() < 2 ? own : group.words();
    String id = kebab(words);
    if (!ids.add(id)) {
      String owner = DottedNames.last(DottedNames.qualifier(group.canonical().name()));
      id = kebab(List.of(owner, id));
      for (int number = 2; !ids.add(id); number++) {
        id = kebab(List.of(owner, kebab(words), String.valueOf(number)));
      }
    }
    return id;
  }

  /** A name that a policy takes as the id of a role. */
  private static String kebab(List<String> words) {
    String joined = String.join("-", words).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String id = joined.replaceAll("^[-0-9]+|-+$", "");
    return id.isEmpty() ? "role" : id;
  }
}
