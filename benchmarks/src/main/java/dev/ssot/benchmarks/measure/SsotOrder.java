package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.rivals.Rivalry;
import java.util.List;
import java.util.Set;

/** The order in which the product itself puts the types most like a given one. */
public final class SsotOrder implements Ranker {

  /** Further down nobody looks, and a mean reciprocal rank gains nothing that shows. */
  private static final int LONGEST = 200;

  private final Codebase codebase;
  private final Rivalry rivalry;

  private SsotOrder(Codebase codebase) {
    this.codebase = codebase;
    this.rivalry = new Rivalry(codebase);
  }

  /** The order of a codebase. */
  public static Ranker of(Codebase codebase) {
    return new SsotOrder(codebase);
  }

  @Override
  public String name() {
    return "ssot";
  }

  @Override
  public Order order(TypeEntry query) {
    return new ListOrder(
        rivalry.similar(query, LONGEST).stream()
            .map(neighbour -> Corpus.declaration(codebase, neighbour.type()).id())
            .toList());
  }

  /** Places in a list of ids. */
  record ListOrder(List<Integer> ids) implements Order {

    ListOrder {
      ids = List.copyOf(ids);
    }

    @Override
    public int rank(int type, Set<Integer> absent) {
      int rank = 0;
      for (int id : ids) {
        rank += absent.contains(id) ? 0 : 1;
        if (id == type) {
          return rank;
        }
      }
      return 0;
    }

    @Override
    public List<Integer> first(int count) {
      return ids.stream().limit(count).toList();
    }
  }
}
