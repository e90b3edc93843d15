package dev.ssot.rules.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * When the callers of a shim will reach zero at the pace of a period: the line with the least
 * squares of distances through the numbers of callers, by the day of UTC.
 *
 * <p>With days {@code x}, callers {@code y} and {@code n} points, its slope in callers a day is
 * {@code (n·Σxy − Σx·Σy) / (n·Σx² − (Σx)²)}.
 *
 * @param points number of points that it is made of
 * @param days number of days from the first to the last of them
 * @param numerator of the slope; 0 where there is none
 * @param denominator of the slope; 0 where there is none
 * @param zero the day on which the line reaches zero, or the empty string
 */
public record Forecast(
    State state, int points, long days, long numerator, long denominator, String zero) {

  /** Two points make a line through any two numbers. */
  private static final int FEWEST = 3;

  /** A line that needs longer says nothing of a pace. */
  private static final long LONGEST_DAYS = 36_525;

  /** What the line says. */
  public enum State {
    /** Nobody uses the shim any more. */
    REACHED("nobody uses it any more"),
    /** It falls, and reaches zero on a day to come. */
    FALLING("falling"),
    /** It does not fall. */
    NOT_FALLING("not falling"),
    /** It would need more than a hundred years. */
    TOO_SLOW("falling so slowly that zero is more than a hundred years away"),
    /** The line has reached zero already, but some use the shim still. */
    OVERTAKEN("behind its pace: the line has reached zero already"),
    /** Fewer than three points, or all of one day. */
    TOO_FEW_POINTS("too few points for a forecast");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** The words for a person. */
    public String words() {
      return words;
    }

    /** The name as it is written in machine-readable reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The forecast from numbers in the order of time, at least one. */
  public static Forecast of(List<ShimTrend.Count> counts) {
    List<LocalDate> dates = counts.stream().map(Forecast::day).toList();
    LocalDate first = dates.stream().min(LocalDate::compareTo).orElseThrow();
    LocalDate last = dates.stream().max(LocalDate::compareTo).orElseThrow();
    long n = counts.size();
    long sumX = 0;
    long sumY = 0;
    long sumXx = 0;
    long sumXy = 0;
    for (int i = 0; i < n; i++) {
      long x = dates.get(i).toEpochDay() - first.toEpochDay();
      long y = counts.get(i).callers();
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumXy += x * y;
    }
    long numerator = n * sumXy - sumX * sumY;
    long denominator = n * sumXx - sumX * sumX;
    long span = last.toEpochDay() - first.toEpochDay();
    if (counts.get(counts.size() - 1).callers() == 0) {
      return new Forecast(State.REACHED, (int) n, span, numerator, denominator, "");
    }
    if (n < FEWEST || denominator == 0) {
      return new Forecast(State.TOO_FEW_POINTS, (int) n, span, 0, 0, "");
    }
    if (numerator >= 0) {
      return new Forecast(State.NOT_FALLING, (int) n, span, numerator, denominator, "");
    }
    // Where ȳ + slope · (x − x̄) is zero.
    double zero = ((double) sumX - (double) sumY * denominator / numerator) / n;
    long day = (long) Math.ceil(zero);
    if (day <= span) {
      return new Forecast(State.OVERTAKEN, (int) n, span, numerator, denominator, "");
    }
    if (day > span + LONGEST_DAYS) {
      return new Forecast(State.TOO_SLOW, (int) n, span, numerator, denominator, "");
    }
    String date = first.plusDays(day).toString();
    return new Forecast(State.FALLING, (int) n, span, numerator, denominator, date);
  }

  private static LocalDate day(ShimTrend.Count count) {
    return LocalDate.ofInstant(Instant.parse(count.commit().time()), ZoneOffset.UTC);
  }

  /** What the line says, with what it is made of. */
  public String text() {
    if (state == State.TOO_FEW_POINTS || state == State.REACHED) {
      return state.words();
    }
    String pace =
        String.format(
            Locale.ROOT,
            "%+.2f callers a day (%d / %d) over %d points in %d days",
            (double) numerator / denominator,
            numerator,
            denominator,
            points,
            days);
    return state == State.FALLING ? "zero on " + zero + " at " + pace : state.words() + ": " + pace;
  }
}
