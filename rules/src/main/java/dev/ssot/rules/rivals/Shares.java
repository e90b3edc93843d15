package dev.ssot.rules.rivals;

import dev.ssot.rules.rivals.Columns.Column;
import dev.ssot.rules.rivals.FeatureTable.Common;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What all types of a codebase have of one trait in common with each of some types, as {@link
 * FeatureTable#shared} tells it of two.
 *
 * <p>One pass over the features of all types finds it, however many are asked about: a feature that
 * none of those has costs a look at an array. Immutable.
 */
final class Shares {

  private final Column column;
  private final int[] asked;

  /** By the place of a type that is asked about and the id of another: how much both have. */
  private final int[][] counts;

  private final long[][] commonness;

  /**
   * What is in common.
   *
   * @param asked the ids of the types that are asked about
   */
  Shares(Column column, int[] asked) {
    this.column = column;
    this.asked = asked.clone();
    int types = column.features().length;
    counts = new int[asked.length][types];
    commonness = new long[asked.length][types];
    Holders holders = new Holders(column, asked);
    for (int type = 0; type < types; type++) {
      count(type, holders);
    }
  }

  private void count(int type, Holders holders) {
    int[] features = column.features()[type];
    for (int i = 0; i < features.length; i++) {
      int feature = features[i];
      if (holders.has(feature)) {
        int[] having = holders.of(feature);
        int times = 1;
        while (i + 1 < features.length && features[i + 1] == feature) {
          times++;
          i++;
        }
        long each = column.table().commonness(feature);
        for (int holder = 0; holder < having.length; holder += 2) {
          int both = Math.min(times, having[holder + 1]);
          counts[having[holder]][type] += both;
          commonness[having[holder]][type] += both * each;
        }
      }
    }
  }

  /** Takes what a type has in common with another. */
  @FunctionalInterface
  interface Action {
    void accept(int type, Overlap overlap);
  }

  /**
   * Calls {@code action} with each type that has something in common with one that is asked about,
   * the left one of the overlap, in the order of ids.
   */
  void forEach(int place, Action action) {
    double[] weights = column.weights();
    for (int type = 0; type < weights.length; type++) {
      int count = counts[place][type];
      if (count > 0) {
        Common common = new Common(count, commonness[place][type]);
        action.accept(
            type, column.table().overlap(common, weights[asked[place]], weights[type]));
      }
    }
  }

  /** Which of some types have a feature. */
  private static final class Holders {

    private static final int[] NONE = {};

    /** By feature: its place in {@code lists}. */
    private final int[] places;

    /** Lists of places of types, each with the number of times that it has the feature. */
    private final List<int[]> lists = new ArrayList<>(List.of(NONE));

    Holders(Column column, int[] asked) {
      places = new int[column.table().size()];
      for (int place = 0; place < asked.length; place++) {
        for (int feature : column.features()[asked[place]]) {
          add(feature, place);
        }
      }
    }

    private void add(int feature, int place) {
      if (places[feature] == 0) {
        places[feature] = lists.size();
        lists.add(new int[] {place, 1});
        return;
      }
      int[] list = lists.get(places[feature]);
      if (list[list.length - 2] == place) {
        list[list.length - 1]++;
        return;
      }
      int[] longer = Arrays.copyOf(list, list.length + 2);
      longer[list.length] = place;
      longer[list.length + 1] = 1;
      lists.set(places[feature], longer);
    }

    boolean has(int feature) {
      return places[feature] != 0;
    }

    /** The places of those that have it, each with the number of times. */
    int[] of(int feature) {
      return lists.get(places[feature]);
    }
  }
}
