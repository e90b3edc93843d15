package dev.ssot.benchmarks.stability;

import java.util.Collection;
import java.util.Locale;

/** So many of all. */
record Share(int survived, int all) {

  static Share none() {
    return new Share(0, 0);
  }

  static Share sum(Collection<Share> shares) {
    return shares.stream().reduce(none(), Share::plus);
  }

  Share plus(Share other) {
    return new Share(survived + other.survived, all + other.all);
  }

  String words() {
    return all == 0
        ? "n/a (0)"
        : String.format(Locale.ROOT, "%.2f %% (%d of %d)", 100.0 * survived / all, survived, all);
  }
}
