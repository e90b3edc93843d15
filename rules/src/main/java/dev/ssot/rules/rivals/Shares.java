package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.rivals.Columns.Column;
import dev.ssot.rules.rivals.FeatureTable.Common;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What all types of a codebase have of one trait in common with each of some types, as {@link
 * ProfileIndex#overlap} tells it of two.
 *
 * <p>One pass over the features of all types finds it, however many are asked about: a feature that
 * none of those has costs a look at an array. Not safe for concurrent use.
 */
final class Shares {

  /** What is kept of types while they are asked about takes some megabytes for each of so many. */
  private static final int AT_ONCE = 16;

  private final Column column;
  private final int[] asked;

  /** By feature: its place in {@link #holders}. */
  private final int[] places;

  /** Lists of places of types that are asked about, each with how often it has the feature. */
  private final List<int[]> holders = new ArrayList<>(List.of(new int[0]));

  /** By the place of a type that is asked about: what one other type has in common with it. */
  private final int[] counts;

  private final long[] commonness;

  /**
   * What is in common.
   *
   * @param asked the ids of the types that are asked about
   */
  Shares(Column column, int[] asked) {
    this.column = column;
    this.asked = asked.clone();
    this.places = new int[column.table().size()];
    this.counts = new int[asked.length];
    this.commonness = new long[asked.length];
    for (int place = 0; place < asked.length; place++) {
      for (int feature : column.features()[asked[place]]) {
        add(feature, place);
      }
    }
  }

  /** Types of which nothing is known yet, in parts that can be asked about at once. */
  static List<List<TypeEntry>> parts(Collection<TypeEntry> types, Set<Integer> known) {
    List<TypeEntry> open = types.stream().filter(type -> !known.contains(type.id())).toList();
    List<List<TypeEntry>> parts = new ArrayList<>();
    for (int from = 0; from < open.size(); from += AT_ONCE) {
      parts.add(open.subList(from, Math.min(open.size(), from + AT_ONCE)));
    }
    return parts;
  }

  private void add(int feature, int place) {
    if (places[feature] == 0) {
      places[feature] = holders.size();
      holders.add(new int[] {place, 1});
      return;
    }
    int[] list = holders.get(places[feature]);
    if (list[list.length - 2] == place) {
      list[list.length - 1]++;
      return;
    }
    int[] longer = Arrays.copyOf(list, list.length + 2);
    longer[list.length] = place;
    longer[list.length + 1] = 1;
    holders.set(places[feature], longer);
  }

  /** Takes what a type, the right one, has in common with one that is asked about. */
  @FunctionalInterface
  interface Action {
    void accept(int place, int type, Overlap overlap);
  }

  /** Calls {@code action} for each two types that have something in common. */
  void forEach(Action action) {
    double[] weights = column.weights();
    for (int type = 0; type < weights.length; type++) {
      count(column.features()[type]);
      for (int place = 0; place < counts.length; place++) {
        if (counts[place] > 0) {
          Common common = new Common(counts[place], commonness[place]);
          action.accept(
              place, type, column.table().overlap(common, weights[asked[place]], weights[type]));
          counts[place] = 0;
          commonness[place] = 0;
        }
      }
    }
  }

  private void count(int[] features) {
    for (int i = 0; i < features.length; i++) {
      int feature = features[i];
      if (places[feature] != 0) {
        int times = 1;
        while (i + 1 < features.length && features[i + 1] == feature) {
          times++;
          i++;
        }
        count(holders.get(places[feature]), times, column.table().commonness(feature));
      }
    }
  }

  private void count(int[] having, int times, long each) {
    for (int holder = 0; holder < having.length; holder += 2) {
      int both = Math.min(times, having[holder + 1]);
      counts[having[holder]] += both;
      commonness[having[holder]] += both * each;
    }
  }
}
