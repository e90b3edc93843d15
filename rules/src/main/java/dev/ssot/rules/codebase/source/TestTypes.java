package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import java.util.Optional;
import java.util.Set;

/** The types that test code is watched for. Not safe for concurrent use. */
final class TestTypes {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final MemberTypes members;
  private final HandFakes fakes;
  private final Set<String> watched;
  private final Set<String> heirs;

  /**
   * The types of a codebase.
   *
   * @param watched qualified names
   * @param heirs qualified names of types that inherit from one
   */
  TestTypes(Codebase codebase, Set<String> watched, Set<String> heirs) {
    this.codebase = codebase;
    this.hierarchy = new Hierarchy(codebase);
    this.members = new MemberTypes(codebase);
    this.fakes = new HandFakes(members);
    this.watched = watched;
    this.heirs = heirs;
  }

  MemberTypes members() {
    return members;
  }

  HandFakes fakes() {
    return fakes;
  }

  boolean isWatched(String type) {
    return watched.contains(type);
  }

  /** Whether the uses of a type are to be noted. */
  boolean isNoted(String type) {
    return watched.contains(type) || heirs.contains(type);
  }

  /** The names of what a type inherits from; those of libraries as far as its file shows them. */
  Set<String> ancestors(String type) {
    return codebase.type(type).map(hierarchy::ancestors).orElse(Set.of());
  }

  /** The watched type that a type is or, failing that, the nearest that it inherits from. */
  Optional<String> watchedBehind(String type) {
    return watched.contains(type) ? Optional.of(type) : codebase.type(type).flatMap(this::nearest);
  }

  private Optional<String> nearest(TypeEntry entry) {
    return hierarchy.ancestors(entry).stream().filter(watched::contains).findFirst();
  }
}
