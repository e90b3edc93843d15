package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.DottedNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the names of two types say about their being made in pairs on purpose. */
final class Naming {

  /** Words of which each pair means two sides of one thing, or two kinds that live side by side. */
  private static final List<Set<String>> SIDES =
      List.of(
          Set.of("client", "server"),
          Set.of("inbound", "outbound"),
          Set.of("in", "out"),
          Set.of("input", "output"),
          Set.of("source", "sink"),
          Set.of("source", "target"),
          Set.of("encoder", "decoder"),
          Set.of("encode", "decode"),
          Set.of("reader", "writer"),
          Set.of("read", "write"),
          Set.of("producer", "consumer"),
          Set.of("request", "response"),
          Set.of("request", "reply"),
          Set.of("publisher", "subscriber"),
          Set.of("sender", "receiver"),
          Set.of("send", "receive"),
          Set.of("serializer", "deserializer"),
          Set.of("left", "right"),
          Set.of("min", "max"),
          Set.of("first", "last"),
          Set.of("first", "second"),
          Set.of("before", "after"),
          Set.of("open", "close"),
          Set.of("add", "remove"),
          Set.of("read", "remove"),
          Set.of("reactive", "servlet"),
          Set.of("reactive", "support"),
          Set.of("sync", "async"),
          Set.of("blocking", "async"),
          Set.of("local", "remote"),
          Set.of("local", "global"),
          Set.of("queue", "topic"),
          Set.of("key", "value"),
          Set.of("push", "pull"),
          Set.of("compressor", "decompressor"),
          Set.of("upper", "lower"),
          Set.of("start", "end"),
          Set.of("start", "stop"),
          Set.of("b", "c"),
          Set.of("insert", "update"),
          Set.of("insert", "delete"),
          Set.of("update", "delete"),
          Set.of("xml", "json"),
          Set.of("eq", "ne"),
          Set.of("and", "or"),
          Set.of("inc", "dec"),
          Set.of("gt", "lt"),
          Set.of("immutable", "mutable"),
          Set.of("unordered", "ordered"),
          Set.of("sorted", "unsorted"),
          Set.of("even", "odd"),
          Set.of("all", "any"),
          Set.of("http1", "http2"),
          Set.of("ssl", "plain"),
          Set.of("secure", "plain"),
          Set.of("ssl", "tcp"));

  /** Types of values for which code is written out one by one. */
  private static final Set<String> KINDS =
      Set.of(
          "int",
          "integer",
          "long",
          "short",
          "byte",
          "char",
          "character",
          "float",
          "double",
          "boolean",
          "object",
          "string",
          "bytes",
          "ints",
          "longs",
          "doubles",
          "floats",
          "chars",
          "shorts",
          "booleans",
          "decimal",
          "big",
          "int16",
          "int32",
          "int64",
          "uint32",
          "date",
          "time",
          "timestamp",
          "linked",
          "sorted",
          "navigable",
          "concurrent",
          "blocking",
          "hash",
          "tree",
          "weak",
          "identity",
          "xa",
          "list",
          "map",
          "set",
          "array",
          "collection",
          "1",
          "2",
          "3",
          "4");

  private static final Set<String> PRIMITIVES =
      Set.of("int", "long", "short", "byte", "char", "float", "double", "boolean");

  /** A part of a package that names a version, such as {@code v1beta2}. */
  private static final Pattern EDITION =
      Pattern.compile("\\b(v\\d+((alpha|beta)\\d*)?|javax|jakarta)\\b");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** What tells one version of a word from others, at its end. */
  private static final Pattern VERSION = Pattern.compile("(v?\\d+)+$");

  private static final int SHORTEST_UNDONE = 3;

  private Naming() {}

  /** How two qualified names stand to each other. */
  enum Relation {
    /** The same simple name. */
    SAME,
    /** One name's words are all in the other. */
    CONTAINED,
    /** Two sides of one thing: encoder and decoder, client and server, in name or package. */
    MIRRORED,
    /** One thing for several types of values: int and long. */
    SPECIALISED,
    /** One thing for several versions: v1 and v2, netty and netty5, javax and jakarta. */
    REPLICATED,
    /** Each has a word of its own beside words in common: two members of a family. */
    PEERS,
    /** Nothing in common. */
    DIFFERENT;

    /** Whether both are there on purpose, one for each of several sides, values or versions. */
    boolean isDeliberate() {
      return this == MIRRORED || this == SPECIALISED || this == REPLICATED;
    }
  }

  static Relation relation(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    Relation packages = packageRelation(one, other);
    if (left.equals(right)) {
      return packages == Relation.DIFFERENT ? Relation.SAME : packages;
    }
    Set<String> onlyLeft = difference(left, right);
    Set<String> onlyRight = difference(right, left);
    if (mirrored(onlyLeft, onlyRight)) {
      return Relation.MIRRORED;
    }
    boolean common = haveWordInCommon(left, right);
    boolean versioned =
        onlyLeft.stream().anyMatch(Naming::isVersioned)
            || onlyRight.stream().anyMatch(Naming::isVersioned);
    if (withoutVersion(left).equals(withoutVersion(right)) || (common && versioned)) {
      return Relation.REPLICATED;
    }
    if (packages == Relation.MIRRORED || packages == Relation.REPLICATED) {
      return packages;
    }
    if (KINDS.containsAll(onlyLeft) && KINDS.containsAll(onlyRight)) {
      return Relation.SPECIALISED;
    }
    if (onlyLeft.isEmpty() || onlyRight.isEmpty()) {
      return Relation.CONTAINED;
    }
    return common ? Relation.PEERS : Relation.DIFFERENT;
  }

  /** Whether one of two names that have words in common names a primitive type alone. */
  static boolean isOfPrimitives(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    return haveWordInCommon(left, right)
        && (hasPrimitive(difference(left, right)) || hasPrimitive(difference(right, left)));
  }

  /**
   * Whether two types of one simple name are editions of one thing for two versions of a protocol
   * or interface, as {@code v1} and {@code v2}, or {@code javax} and {@code jakarta}, in the same
   * place of their packages say. Each has callers that need it and no other.
   */
  static boolean areEditions(String one, String other) {
    return !one.equals(other)
        && DottedNames.last(one).equals(DottedNames.last(other))
        && withoutEdition(one).equals(withoutEdition(other));
  }

  /**
   * Whether the simple names hold numbers and none in common, of which one has two digits or more:
   * Base32 and Base64, UTF8 and UTF16. Such a number says what a type is for; single digits count
   * versions and copies.
   */
  static boolean haveOtherNumbers(String one, String other) {
    Set<String> left = numbers(one);
    Set<String> right = numbers(other);
    return !left.isEmpty()
        && !right.isEmpty()
        && Collections.disjoint(left, right)
        && (hasLongNumber(left) || hasLongNumber(right));
  }

  private static Set<String> numbers(String name) {
    return NUMBER
        .matcher(DottedNames.last(name))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean hasLongNumber(Set<String> numbers) {
    return numbers.stream().anyMatch(number -> number.length() > 1);
  }

  private static String withoutEdition(String name) {
    return EDITION.matcher(DottedNames.qualifier(name)).replaceAll("#");
  }

  private static boolean hasPrimitive(Set<String> words) {
    return words.stream().anyMatch(PRIMITIVES::contains);
  }

  private static Relation packageRelation(String one, String other) {
    List<String> left = packageWords(one);
    List<String> right = packageWords(other);
    Set<String> onlyLeft = difference(left, right);
    Set<String> onlyRight = difference(right, left);
    if (mirrored(onlyLeft, onlyRight)
        || onlyLeft.contains("reactive") != onlyRight.contains("reactive")) {
      return Relation.MIRRORED;
    }
    boolean versions = !left.equals(right) && withoutVersion(left).equals(withoutVersion(right));
    boolean namespaces = onlyLeft.contains("jakarta") != onlyRight.contains("jakarta");
    return versions || namespaces ? Relation.REPLICATED : Relation.DIFFERENT;
  }

  private static boolean mirrored(Set<String> onlyLeft, Set<String> onlyRight) {
    for (Set<String> sides : SIDES) {
      for (String side : sides) {
        if (onlyLeft.contains(side)
            && sides.stream().anyMatch(s -> !s.equals(side) && onlyRight.contains(s))) {
          return true;
        }
      }
    }
    return onlyLeft.stream().anyMatch(word -> undoes(word, onlyRight))
        || onlyRight.stream().anyMatch(word -> undoes(word, onlyLeft));
  }

  /** Whether a word is one of the others with {@code un} or {@code de} before it. */
  private static boolean undoes(String word, Set<String> others) {
    return word.length() >= 2 + SHORTEST_UNDONE
        && (word.startsWith("un") || word.startsWith("de"))
        && others.contains(word.substring(2));
  }

  private static boolean isVersioned(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
  }

  private static List<String> withoutVersion(List<String> words) {
    return words.stream()
        .map(word -> isVersioned(word) ? VERSION.matcher(word).replaceAll("") : word)
        .filter(word -> !word.isEmpty() && !word.equals("v"))
        .toList();
  }

  /**
   * The words of a simple name; digits stay with the word before them. By hand, as it is asked for
   * every pair of types that are held against each other.
   */
  private static List<String> words(String qualifiedName) {
    String simple = DottedNames.last(qualifiedName);
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i < simple.length(); i++) {
      boolean bar = simple.charAt(i) == '_';
      if (bar || (i > start && startsPart(simple, i))) {
        addWords(words, simple.substring(start, i));
        start = bar ? i + 1 : i;
      }
    }
    addWords(words, simple.substring(start));
    return words;
  }

  /** Whether a capital letter follows a small one or a digit. */
  private static boolean startsPart(String name, int at) {
    char before = name.charAt(at - 1);
    return isIn(name.charAt(at), 'A', 'Z') && (isIn(before, 'a', 'z') || isDigit(before));
  }

  private static void addWords(List<String> words, String part) {
    if (hasDigit(part)) {
      words.add(part.toLowerCase(Locale.ROOT));
    } else {
      words.addAll(Words.split(part));
    }
  }

  private static boolean hasDigit(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (isDigit(part.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(int letter) {
    return isIn(letter, '0', '9');
  }

  private static boolean isIn(int letter, char first, char last) {
    return letter >= first && letter <= last;
  }

  private static boolean haveWordInCommon(List<String> left, List<String> right) {
    return left.stream().anyMatch(right::contains);
  }

  private static List<String> packageWords(String qualifiedName) {
    String qualifier = DottedNames.qualifier(qualifiedName);
    return qualifier.isEmpty() ? List.of() : List.of(qualifier.split("\\.", -1));
  }

  private static Set<String> difference(List<String> from, List<String> what) {
    Set<String> rest = new HashSet<>(from);
    rest.removeAll(what);
    return rest;
  }
}
