package dev.ssot.benchmarks;

import dev.ssot.benchmarks.data.Libraries;
import dev.ssot.benchmarks.measure.Measure;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arguments of a run; {@code benchmarks/measure-accuracy} hands them on.
 *
 * @param home folder of the project
 * @param pmd folder with the jars of PMD
 * @param parts which parts of the data
 * @param sample whether only the sample of them
 * @param check whether the figures are held against their bounds
 * @param write whether the results are written into the project
 */
record Options(
    Path home,
    Path pmd,
    List<String> parts,
    boolean sample,
    Set<Measure> measures,
    boolean check,
    boolean write,
    int threads) {

  /** Arguments that cannot be understood. */
  static final class Misuse extends RuntimeException {
    Misuse(String message) {
      super(message);
    }
  }

  static Options parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>(Map.of("--part", "all", "--threads", "2"));
    Set<String> flags = new HashSet<>();
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--sample", "--check", "--write" -> flags.add(argument);
        case "--only" -> measures.add(measure(value(arguments, ++i, argument)));
        case "--home", "--pmd", "--part", "--threads" ->
            values.put(argument, value(arguments, ++i, argument));
        default -> throw new Misuse("unknown argument " + argument);
      }
    }
    boolean whole = measures.isEmpty() && !flags.contains("--sample");
    if (flags.contains("--write") && !whole) {
      throw new Misuse("--write is for whole parts: without --sample and --only");
    }
    return new Options(
        Path.of(values.getOrDefault("--home", "")).toAbsolutePath(),
        Path.of(values.getOrDefault("--pmd", "")).toAbsolutePath(),
        parts(values.getOrDefault("--part", "all")),
        flags.contains("--sample"),
        measures.isEmpty() ? EnumSet.allOf(Measure.class) : measures,
        flags.contains("--check"),
        flags.contains("--write"),
        number(values.getOrDefault("--threads", "2")));
  }

  private static String value(List<String> arguments, int index, String option) {
    if (index >= arguments.size()) {
      throw new Misuse(option + " needs a value");
    }
    return arguments.get(index);
  }

  private static Measure measure(String word) {
    return Stream.of(Measure.values())
        .filter(measure -> measure.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Misuse("--only " + word + ": nothing of that name is measured"));
  }

  private static List<String> parts(String word) {
    if (!word.equals("all") && !Libraries.PARTS.contains(word)) {
      throw new Misuse("--part " + word + ": it is development, scored or all");
    }
    return word.equals("all") ? Libraries.PARTS : List.of(word);
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]?")) {
      throw new Misuse("--threads " + text + ": a whole number from 1 is needed");
    }
    return Integer.parseInt(text);
  }
}
