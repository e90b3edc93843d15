package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;
import java.util.Set;

/** The order in which the product itself puts the types most like a given one. */
public final class SsotOrder implements Ranker {

  private SsotOrder() {}

  /** The order of a codebase. */
  public static Ranker of(Codebase codebase) {
    return new SsotOrder();
  }

  @Override
  public String name() {
    return "ssot";
  }

  @Override
  public Order order(TypeEntry query) {
    return new ListOrder(List.of());
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
  }
}
