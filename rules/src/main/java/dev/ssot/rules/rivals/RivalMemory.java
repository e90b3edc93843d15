package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.cache.FactsCache;
import dev.ssot.rules.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What scans found out of the code, so that the next of them works out again what changes can have
 * an influence on, and nothing else. It says the same as without.
 *
 * <p>It holds what the last scan of the run saw and nothing of those before; the first scan goes on
 * from what an earlier run left, if any. Not safe for concurrent use.
 */
public final class RivalMemory {

  private final Supplier<FactsCache> cache;
  private final boolean verify;
  private Optional<Rivalry> last = Optional.empty();
  private Optional<Set<Role>> restored = Optional.empty();
  private boolean differs;

  /** A memory of the scans of one run. */
  public RivalMemory() {
    this(FactsCache::none, false);
  }

  /**
   * A memory that begins where an earlier run ended.
   *
   * @param cache has the facts of the codebase that is asked about
   * @param verify whether everything is computed all the same and compared
   */
  public RivalMemory(Supplier<FactsCache> cache, boolean verify) {
    this.cache = cache;
    this.verify = verify;
  }

  /** What a codebase says of rivals. */
  public Rivalry of(Codebase codebase) {
    Rivalry next = last.isPresent() ? new Rivalry(codebase, last) : first(codebase);
    settle();
    last = Optional.of(next);
    return next;
  }

  /** Lets go of what the scan that is over went on from. */
  public void settle() {
    last.ifPresent(Rivalry::forget);
  }

  private Rivalry first(Codebase codebase) {
    Optional<Rivalry> before = before(codebase);
    restored = before.map(Rivalry::rolesJudged);
    if (!verify || before.isEmpty()) {
      return new Rivalry(codebase, before);
    }
    Rivalry fresh = new Rivalry(codebase);
    differs = !saySame(codebase, before, fresh);
    return fresh;
  }

  /** What makes no sense may show only where it is used. */
  private static boolean saySame(Codebase codebase, Optional<Rivalry> kept, Rivalry fresh) {
    try {
      Rivalry next = new Rivalry(codebase, kept);
      List<Role> roles = kept.stream().flatMap(one -> one.rolesJudged().stream()).toList();
      return next.fragments(Set.of()).equals(fresh.fragments(Set.of()))
          && rivals(next, roles).equals(rivals(fresh, roles));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static List<List<RoleCast.Rival>> rivals(Rivalry rivalry, List<Role> roles) {
    return rivalry.casts(roles).stream().map(RoleCast::rivals).toList();
  }

  private Optional<Rivalry> before(Codebase codebase) {
    return cache.get().tables().flatMap(tables -> before(codebase, tables));
  }

  private Optional<Rivalry> before(Codebase codebase, FactsCache.Tables tables) {
    List<SourceUnit> units =
        tables.facts().stream().map(FileFacts::units).flatMap(List::stream).toList();
    Codebase was = codebase.with(units, codebase.services());
    try {
      return Optional.of(new Rivalry(KeptRivals.read(was, tables.content())));
    } catch (RuntimeException e) {
      cache.get().damaged("its tables make no sense: " + e);
      return Optional.empty();
    }
  }

  /** Leaves what was found out for other runs, if they can use it and have nothing like it. */
  public void keep() {
    last.flatMap(Rivalry::kept).ifPresent(this::keep);
  }

  private void keep(KeptRivals kept) {
    boolean anew =
        differs || restored.filter(roles -> roles.containsAll(kept.verdicts().roles())).isEmpty();
    cache.get().keepTables(kept.codebase().units(), anew, kept::write);
  }

  /** Whether what an earlier run left led to something else than computing everything. */
  public boolean differs() {
    return differs;
  }
}
