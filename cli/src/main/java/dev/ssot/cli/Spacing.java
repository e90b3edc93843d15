package dev.ssot.cli;

import dev.ssot.cli.git.Commits.Step;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which commits of a line are looked at: the last one of each period, or one of so many; the first
 * and the last of the line in any case.
 */
final class Spacing {

  /** The most points where nobody says how far apart they are. */
  static final int MOST_UNASKED = 24;

  /** The most points at all. */
  private static final int MOST = 1_000;

  private static final Pattern EVERY = Pattern.compile("([1-9]\\d{0,5})([dwm]?)");

  private final String asked;
  private final int number;
  private final String unit;

  private Spacing(String asked, int number, String unit) {
    this.asked = asked;
    this.number = number;
    this.unit = unit;
  }

  /**
   * Reads the argument.
   *
   * @throws Rejection if it is none
   */
  static Spacing of(String every) {
    if (every.isEmpty()) {
      return new Spacing("", 0, "");
    }
    Matcher matcher = EVERY.matcher(every);
    if (!matcher.matches()) {
      throw new Rejection(
          Diagnostic.of(
              "--every %s is no distance".formatted(every),
              "write a number of commits, or of days, weeks or months, as in `10`, `1d`, `2w`,"
                  + " `1m`"));
    }
    return new Spacing(every, Integer.parseInt(matcher.group(1)), matcher.group(2));
  }

  /**
   * The commits to look at.
   *
   * @param line the latest first, at least one
   * @return the earliest first
   */
  List<Step> choose(List<Step> line) {
    List<Step> chosen = new ArrayList<>();
    if (asked.isEmpty()) {
      spread(line, chosen);
    } else if (unit.isEmpty()) {
      for (int i = 0; i < line.size(); i += number) {
        chosen.add(line.get(i));
      }
    } else {
      lastOfEach(line, this::period, chosen);
    }
    Step first = line.get(line.size() - 1);
    if (!chosen.get(chosen.size() - 1).equals(first)) {
      chosen.add(first);
    }
    if (chosen.size() > MOST) {
      throw new Rejection(
          Diagnostic.of(
              "--every %s asks for %s points, and %s are the most"
                  .formatted(asked, chosen.size(), MOST),
              "make the distance longer, or begin later with --since"));
    }
    List<Step> earliestFirst = new ArrayList<>();
    for (int i = chosen.size() - 1; i >= 0; i--) {
      earliestFirst.add(chosen.get(i));
    }
    return earliestFirst;
  }

  private static void spread(List<Step> line, List<Step> chosen) {
    int points = Math.min(MOST_UNASKED, line.size());
    for (int i = 0; i < points; i++) {
      long place = points == 1 ? 0 : Math.round((double) i * (line.size() - 1) / (points - 1));
      chosen.add(line.get((int) place));
    }
  }

  private static void lastOfEach(List<Step> line, ToLongFunction<Step> period, List<Step> chosen) {
    for (Step step : line) {
      boolean same =
          !chosen.isEmpty()
              && period.applyAsLong(chosen.get(chosen.size() - 1)) == period.applyAsLong(step);
      if (!same) {
        chosen.add(step);
      }
    }
  }

  /** The number of the period that a commit lies in, by the day of UTC; weeks begin on Monday. */
  private long period(Step step) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(step.seconds()), ZoneOffset.UTC);
    long place =
        switch (unit) {
          case "d" -> day.toEpochDay();
          case "w" -> Math.floorDiv(day.toEpochDay() + 3, 7);
          default -> day.getYear() * 12L + day.getMonthValue();
        };
    return Math.floorDiv(place, number);
  }
}
