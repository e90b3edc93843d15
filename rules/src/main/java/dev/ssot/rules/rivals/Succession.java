package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.rivals.Columns.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of the features of a codebase holds some changes later. */
final class Succession {

  private static final int NONE = -1;

  private final Optional<Columns> last;

  /** By the id of a type: the id that it had, or {@link #NONE} if nothing is known of it. */
  private final int[] ids;

  /** The types of which nothing is known. */
  private final List<TypeEntry> come;

  /** The types of which all but the context is known. */
  private final List<TypeEntry> unsettled;

  /** The ids of types that are there no longer. */
  private final List<Integer> gone;

  private Succession(
      List<TypeEntry> types,
      Optional<Columns> last,
      int[] ids,
      List<TypeEntry> unsettled,
      List<Integer> gone) {
    this.last = last;
    this.ids = ids;
    this.come = types.stream().filter(entry -> ids[entry.id()] == NONE).toList();
    this.unsettled = unsettled;
    this.gone = gone;
  }

  /** Nothing is known of a codebase. */
  static Succession none(Codebase codebase) {
    int[] ids = new int[codebase.types().size()];
    Arrays.fill(ids, NONE);
    return new Succession(codebase.types(), Optional.empty(), ids, List.of(), List.of());
  }

  /**
   * What holds of an index.
   *
   * @param keepsNames whether the simple names in a file lead to types where they did
   */
  static Succession of(Codebase codebase, ProfileIndex before, Predicate<SourceUnit> keepsNames) {
    int[] ids = new int[codebase.types().size()];
    BitSet found = new BitSet();
    List<TypeEntry> unsettled = new ArrayList<>();
    for (TypeEntry entry : codebase.types()) {
      ids[entry.id()] = before.withFacts(entry).map(Profile::id).orElse(NONE);
      if (ids[entry.id()] != NONE) {
        found.set(ids[entry.id()]);
        if (!keepsNames.test(entry.unit())) {
          unsettled.add(entry);
        }
      }
    }
    boolean few = 2 * found.cardinality() < ids.length;
    if (few || before.columns().areMostlyUnused()) {
      return none(codebase);
    }
    List<Integer> gone = new ArrayList<>();
    for (Profile profile : before.all()) {
      if (!found.get(profile.id())) {
        gone.add(profile.id());
      }
    }
    return new Succession(codebase.types(), Optional.of(before.columns()), ids, unsettled, gone);
  }

  /** The columns of which something holds. */
  Optional<Columns> last() {
    return last;
  }

  /** The column of a trait, if there was one. */
  Optional<Column> last(Trait trait) {
    return last.flatMap(columns -> columns.known(trait));
  }

  /** The types of which a trait is to be read that was known, most of them for the first time. */
  List<TypeEntry> open(Trait trait) {
    return trait == Trait.CONTEXT
        ? Stream.concat(come.stream(), unsettled.stream()).toList()
        : come;
  }

  /** The features of a trait that count no longer. */
  List<int[]> gone(Trait trait, Column known) {
    Stream<Integer> replaced =
        trait == Trait.CONTEXT ? unsettled.stream().map(entry -> ids[entry.id()]) : Stream.empty();
    return Stream.concat(gone.stream(), replaced).map(id -> known.features()[id]).toList();
  }

  /** Features by the id of their type, of those types of which they were known. */
  int[][] kept(Optional<int[][]> known) {
    int[][] features = new int[ids.length][];
    known.ifPresent(
        before -> {
          for (int id = 0; id < ids.length; id++) {
            if (ids[id] != NONE) {
              features[id] = before[ids[id]];
            }
          }
        });
    return features;
  }

  /** By the id of a type: the one that it had if all of its features are the same, else -1. */
  int[] idsOfSame(Columns now) {
    int[] same = ids.clone();
    last(Trait.CONTEXT)
        .ifPresent(
            before -> {
              int[][] context = now.of(Trait.CONTEXT).features();
              for (TypeEntry entry : unsettled) {
                int[] was = before.features()[ids[entry.id()]];
                if (!Arrays.equals(was, context[entry.id()])) {
                  same[entry.id()] = NONE;
                }
              }
            });
    return same;
  }
}
