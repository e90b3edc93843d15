package dev.ssot.benchmarks.measure;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Picks the classes that mutants are made of.
 *
 * <p>The choice depends on names alone: each candidate has a number that a hash makes of its name
 * and the seed, and the lowest ones are taken. Other libraries in the codebase do not change which
 * classes of a library come first.
 */
final class Originals {

  private static final int SMALLEST = 150;
  private static final int LARGEST = 1500;
  private static final int FEWEST_TYPES = 60;
  private static final int MOST_TYPES = 1200;
  private static final int FEWEST_METHODS = 3;
  private static final Set<String> OF_VALUES =
      Set.of("equals", "hashCode", "toString", "compareTo", "clone");
  private static final String SEED = "ssot 1 ";

  private Originals() {}

  /**
   * So many classes of so many libraries each, by library.
   *
   * @param suitable what a class must be besides, asked of few
   */
  static Map<String, List<TypeEntry>> choose(
      Corpus corpus, int libraries, int each, Predicate<TypeEntry> suitable) {
    Map<String, List<TypeEntry>> candidates = new TreeMap<>();
    for (TypeEntry entry : corpus.codebase().types()) {
      if (isImplementation(entry) && corpus.codebase().declarations(entry.name()).size() == 1) {
        candidates
            .computeIfAbsent(Corpus.artifactOf(entry), artifact -> new ArrayList<>())
            .add(entry);
      }
    }
    List<String> artifacts =
        candidates.keySet().stream()
            .filter(artifact -> candidates.getOrDefault(artifact, List.of()).size() >= each)
            .filter(artifact -> isOfMiddleSize(corpus, artifact))
            .sorted(Comparator.comparing(Originals::number))
            .limit(libraries)
            .toList();
    Map<String, List<TypeEntry>> chosen = new TreeMap<>();
    for (String artifact : artifacts) {
      chosen.put(
          artifact,
          candidates.getOrDefault(artifact, List.of()).stream()
              .sorted(Comparator.comparing(entry -> number(entry.name())))
              .filter(suitable)
              .limit(each)
              .toList());
    }
    return chosen;
  }

  private static boolean isOfMiddleSize(Corpus corpus, String artifact) {
    long types =
        corpus.codebase().types().stream()
            .filter(entry -> Corpus.artifactOf(entry).equals(artifact))
            .count();
    return types >= FEWEST_TYPES && types <= MOST_TYPES;
  }

  private static boolean isImplementation(TypeEntry entry) {
    TypeFact type = entry.type();
    int tokens = type.tokens();
    List<MethodFact> working = type.methods().stream().filter(Originals::works).toList();
    int workingTokens = working.stream().mapToInt(method -> method.body().tokens()).sum();
    return entry.unit().kind() == SourceKind.PRODUCTION
        && type.isTopLevel()
        && type.kind() == TypeKind.CLASS
        && type.has(Modifier.PUBLIC)
        && tokens >= SMALLEST
        && tokens <= LARGEST
        && working.size() >= FEWEST_METHODS
        && workingTokens * 2 > tokens
        && !type.simpleName().matches(".*(Exception|Error|Builder)");
  }

  /** Whether a method does something itself, apart from what every value does. */
  private static boolean works(MethodFact method) {
    return !method.isConstructor()
        && !method.traits().accessor()
        && method.forwardsTo().isEmpty()
        && method.body().tokens() > 0
        && !OF_VALUES.contains(method.name());
  }

  private static String number(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((SEED + name).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Names of the methods that super-types within the codebase declare. */
  static Set<String> inherited(Codebase codebase, TypeEntry entry) {
    Set<String> names = new TreeSet<>();
    for (String ancestor : new Hierarchy(codebase).ancestors(entry)) {
      codebase
          .type(ancestor)
          .ifPresent(type -> type.type().methods().forEach(method -> names.add(method.name())));
    }
    return names;
  }
}
