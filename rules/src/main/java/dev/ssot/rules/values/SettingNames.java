package dev.ssot.rules.values;

import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells constants that are settings from names that every class has, and from numberings. */
final class SettingNames {

  private static final Set<String> GENERIC =
      Set.of(
          "array",
          "batch",
          "bit",
          "block",
          "buffer",
          "byte",
          "cache",
          "capacity",
          "char",
          "class",
          "code",
          "column",
          "concurrency",
          "count",
          "data",
          "date",
          "default",
          "delay",
          "depth",
          "empty",
          "entry",
          "error",
          "factor",
          "false",
          "field",
          "file",
          "first",
          "flag",
          "format",
          "group",
          "hash",
          "header",
          "initial",
          "input",
          "instance",
          "int",
          "interval",
          "item",
          "last",
          "length",
          "level",
          "limit",
          "line",
          "load",
          "log",
          "logger",
          "long",
          "mask",
          "max",
          "maximum",
          "method",
          "min",
          "minimum",
          "mode",
          "modifier",
          "none",
          "null",
          "num",
          "number",
          "offset",
          "order",
          "output",
          "param",
          "parameter",
          "path",
          "pattern",
          "period",
          "pool",
          "port",
          "prefix",
          "prime",
          "priority",
          "queue",
          "radix",
          "read",
          "request",
          "response",
          "result",
          "retry",
          "seed",
          "serial",
          "shift",
          "size",
          "start",
          "state",
          "status",
          "suffix",
          "table",
          "text",
          "thread",
          "threshold",
          "time",
          "timeout",
          "true",
          "uid",
          "unit",
          "unknown",
          "url",
          "version",
          "wait",
          "weight",
          "width",
          "write");

  private static final int FEWEST_OF_NUMBERING = 3;
  private static final int HIGHEST_NUMBER = 256;

  private final ConstantIndex constants;

  SettingNames(ConstantIndex constants) {
    this.constants = constants;
  }

  /** Whether a constant or default is a setting that one would look for by its name. */
  boolean isSetting(ConstantFact fact) {
    return fact.isSetting()
        || (isUpperCase(fact.name())
            && isTelling(fact.name())
            && fact.value().kind() != Value.Kind.TEXT
            && !isNumbering(fact));
  }

  private static boolean isUpperCase(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static boolean isTelling(String name) {
    List<String> words = Words.split(name);
    return words.size() > 1
        && words.stream().map(Words::stem).anyMatch(word -> word.length() > 2 && !isGeneric(word));
  }

  private static boolean isGeneric(String word) {
    return GENERIC.contains(word) || Words.stems(word).isEmpty();
  }

  /** Whether a number is one of several that tell things apart, such as states or kinds. */
  private boolean isNumbering(ConstantFact fact) {
    if (!isSmallNumber(fact)) {
      return false;
    }
    List<String> words = Words.split(fact.name());
    String first = words.get(0);
    String last = words.get(words.size() - 1);
    List<String> siblings =
        constants.of(fact.inType()).stream()
            .filter(SettingNames::isSmallNumber)
            .filter(
                other -> {
                  List<String> theirs = Words.split(other.name());
                  return !theirs.isEmpty()
                      && (theirs.get(0).equals(first)
                          || theirs.get(theirs.size() - 1).equals(last));
                })
            .map(other -> other.value().text())
            .toList();
    return siblings.size() >= FEWEST_OF_NUMBERING
        && siblings.stream().distinct().count() == siblings.size();
  }

  private static boolean isSmallNumber(ConstantFact fact) {
    String text = fact.value().text();
    return fact.value().kind() == Value.Kind.NUMBER
        && text.matches("-?[0-9]{1,3}")
        && Integer.parseInt(text) < HIGHEST_NUMBER;
  }
}
