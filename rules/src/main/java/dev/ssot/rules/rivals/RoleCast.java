package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who plays which part in a declared role.
 *
 * @param declarations those of the canonical; none if it is in a library
 * @param rivals each with its comparison, in the order of places
 * @param shims types that forward to the canonical or inherit from it
 * @param usages the uses of the canonical, the shims and the rivals
 * @param looked number of types that were held against the canonical
 * @param unmatched entries of {@code unrelated} that match no type
 */
public record RoleCast(
    Role role,
    List<TypeEntry> declarations,
    List<Rival> rivals,
    Set<String> shims,
    UsageIndex usages,
    int looked,
    List<PolicyText> unmatched) {

  /** A rival with the reasons for taking it for one. */
  public record Rival(TypeEntry entry, Comparison comparison) {

    /** The rule that finds rivals of a declared canonical. */
    public static final String RULE = "duplicate-implementation";

    /** The identity of its finding. */
    public Fingerprint fingerprint(Role role) {
      return Fingerprint.of(
          RULE, Subject.ofType(entry.name()), List.of(role.id(), comparison.canonical().name()));
    }
  }

  public RoleCast {
    declarations = List.copyOf(declarations);
    rivals = List.copyOf(rivals);
    shims = Set.copyOf(shims);
    unmatched = List.copyOf(unmatched);
  }

  /** The first declaration of the canonical, if it is in the codebase and not in a library. */
  public Optional<TypeEntry> canonical() {
    return declarations.stream().findFirst();
  }

  /** The place of the canonical as one that belongs to a finding; none if it is in a library. */
  public List<Related> related() {
    return canonical()
        .map(own -> List.of(new Related("canonical", own.name(), own.location())))
        .orElse(List.of());
  }
}
