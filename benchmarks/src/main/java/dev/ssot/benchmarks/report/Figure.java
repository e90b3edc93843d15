package dev.ssot.benchmarks.report;

import java.util.Locale;

/**
 * A number that the benchmark measures, as a sum over a count.
 *
 * @param key dotted name, such as {@code scored.ranking.first}
 * @param count what the sum is divided by; without any there is no value
 */
public record Figure(String key, double sum, long count) {

  /** The value; not a number where nothing was counted. */
  public double value() {
    return count == 0 ? Double.NaN : sum / count;
  }

  /** The value as a percentage, with numerator and denominator. */
  public String share() {
    return count == 0
        ? "n/a (0)"
        : String.format(Locale.ROOT, "%.1f %% (%.0f of %s)", 100 * value(), sum, count);
  }

  /** The value with three digits. */
  public String mean() {
    return count == 0 ? "n/a" : String.format(Locale.ROOT, "%.3f", value());
  }
}
