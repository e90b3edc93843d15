package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.baseline.CopiedText;
import dev.ssot.benchmarks.baseline.Cpd;
import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.TypeName;
import dev.ssot.benchmarks.recognition.Decider;
import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.rules.codebase.Codebase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What CPD says of the files of labelled types.
 *
 * <p>Whether two files share a duplication does not depend on what else is read, so deciders read
 * each left type with its right ones alone. All together would not end: with identifiers ignored,
 * CPD's time grows with the square of what is alike. For the same reason files over 150,000 bytes
 * are left out of groups, and count as sharing nothing. For an order of all types all files are
 * read, at 100 tokens as written.
 */
final class CopiedTexts {

  private static final List<Cpd.Settings> DECIDING =
      List.of(
          new Cpd.Settings(100, false),
          new Cpd.Settings(100, true),
          new Cpd.Settings(50, false),
          new Cpd.Settings(50, true));

  private static final long LARGEST = 150_000;

  private final Map<String, Map<String, Map<String, Integer>>> ofLabels = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> ofAll;

  /**
   * Runs CPD.
   *
   * @param ranked the libraries that an order is wanted of; none if there need be no order
   */
  CopiedTexts(Cpd cpd, Path base, List<String> ranked, List<Label> labels) {
    Set<String> wanted = new TreeSet<>();
    Map<String, Set<String>> groups = new TreeMap<>();
    for (Label label : labels) {
      String left = fileOf(base, label.left());
      String right = fileOf(base, label.right());
      wanted.addAll(List.of(left, right));
      if (isReadable(base, left) && isReadable(base, right)) {
        groups.computeIfAbsent(left, path -> new TreeSet<>(Set.of(path))).add(right);
      }
    }
    wanted.remove("");
    for (Cpd.Settings settings : DECIDING) {
      ofLabels.put(settings.name(), cpd.runGroups(settings, base, groups.values()));
    }
    ofAll =
        ranked.isEmpty() ? Map.of() : cpd.run(DECIDING.get(0), base, files(base, ranked), wanted);
  }

  private static boolean isReadable(Path base, String path) {
    try {
      return !path.isEmpty() && Files.size(base.resolve(path)) <= LARGEST;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that a type stands in by Java's convention, or the empty string. */
  private static String fileOf(Path base, TypeName type) {
    String name = type.qualifiedName();
    while (!name.isEmpty()) {
      String path = type.artifact() + "/" + name.replace('.', '/') + ".java";
      if (Files.isRegularFile(base.resolve(path))) {
        return path;
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return "";
  }

  private static Set<String> files(Path base, List<String> artifacts) {
    Set<String> files = new TreeSet<>();
    for (String artifact : artifacts) {
      try (Stream<Path> paths = Files.walk(base.resolve(artifact))) {
        paths
            .filter(path -> path.toString().endsWith(".java"))
            .forEach(path -> files.add(base.relativize(path).toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  List<Decider> deciders(Codebase codebase) {
    return ofLabels.entrySet().stream()
        .map(entry -> (Decider) new CopiedText(entry.getKey(), codebase, entry.getValue()))
        .toList();
  }

  Ranker ranker(Codebase codebase) {
    return new CopiedText(DECIDING.get(0).name(), codebase, ofAll);
  }
}
