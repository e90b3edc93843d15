package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Usage;
import java.util.Set;
import java.util.TreeSet;

/** Sorts the users of types: by whose they are, and by what they are. */
final class Usages {

  private final Codebase codebase;
  private final UsageIndex index;
  private final Set<String> rivals;

  /**
   * The users in a codebase.
   *
   * @param rivals qualified names of types whose use keeps nothing alive
   */
  Usages(Codebase codebase, UsageIndex index, Set<String> rivals) {
    this.codebase = codebase;
    this.index = index;
    this.rivals = Set.copyOf(rivals);
  }

  Usage of(String canonical, String rival) {
    Set<TypeRef> ofCanonical = index.users(canonical);
    Set<TypeRef> ofRival = index.users(rival);
    Set<String> both = names(ofCanonical);
    both.retainAll(names(ofRival));
    return new Usage(
        ofCanonical.stream().filter(user -> !both.contains(user.name())).toList(),
        ofRival.stream().filter(user -> !both.contains(user.name())).toList(),
        ofRival.stream().filter(user -> both.contains(user.name())).toList(),
        liveness(canonical),
        liveness(rival));
  }

  /** By whom a type is used; a user outside of the codebase, such as a service, is production. */
  Liveness liveness(String type) {
    Liveness best = Liveness.NOTHING;
    for (TypeRef user : index.users(type)) {
      Liveness by = by(user.name());
      best = by.compareTo(best) < 0 ? by : best;
    }
    return best;
  }

  private Liveness by(String user) {
    boolean test =
        codebase
            .type(user)
            .map(TypeEntry::unit)
            .filter(u -> u.kind() == SourceKind.TEST)
            .isPresent();
    if (test) {
      return Liveness.TESTS;
    }
    return rivals.contains(user) ? Liveness.RIVALS : Liveness.PRODUCTION;
  }

  private static Set<String> names(Set<TypeRef> users) {
    Set<String> names = new TreeSet<>();
    users.forEach(user -> names.add(user.name()));
    return names;
  }
}
