package dev.ssot.benchmarks.stability;

import dev.ssot.rules.model.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures how many findings keep their fingerprints; started by {@code
 * benchmarks/fingerprint-stability} with the folder of the data, the folder of the releases, a
 * folder for results, the number of edits of each library and the number of threads.
 */
public final class StabilityMain {

  private StabilityMain() {}

  /** Prints the shares; exits with 2 on wrong arguments. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      System.err.println("five arguments: data, releases, results, edits, threads");
      System.exit(2);
    }
    run(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        System.out);
  }

  static void run(Path data, Path corpus, Path results, int edits, int threads, PrintStream out)
      throws IOException {
    List<List<String>> declared = Table.rows(data.resolve("policies.tsv"), 3);
    List<String> lost = new ArrayList<>();
    Map<String, List<Release>> series = new LinkedHashMap<>();
    for (List<String> row : Table.rows(data.resolve("releases.tsv"), 3)) {
      String artifact = row.get(1);
      Path folder = corpus.resolve(artifact + "-" + row.get(2)).resolve(artifact);
      series
          .computeIfAbsent(artifact, name -> new ArrayList<>())
          .add(new Release(artifact, row.get(2), folder.toRealPath()));
    }
    for (List<Release> releases : series.values()) {
      replay(releases, declared, threads, lost, out);
    }
    for (List<Release> releases : series.values()) {
      edit(releases.get(releases.size() - 1), declared, results, edits, threads, lost, out);
    }
    Files.createDirectories(results);
    Files.write(results.resolve("lost.tsv"), lost);
  }

  private static void replay(
      List<Release> releases,
      List<List<String>> declared,
      int threads,
      List<String> lost,
      PrintStream out) {
    Meaning meaning = new Meaning();
    Map<String, Share> kept = new TreeMap<>();
    Share changed = Share.none();
    Release last = releases.get(0);
    Snapshot before = Snapshot.of(last.folder(), last.artifact(), declared, threads);
    for (Release release : releases.subList(1, releases.size())) {
      Snapshot after = Snapshot.of(release.folder(), release.artifact(), declared, threads);
      List<Finding> gone = before.lost(after);
      for (Finding finding : before.findings()) {
        boolean same = meaning.isKept(finding, last.folder(), release.folder());
        int survived = gone.contains(finding) ? 0 : 1;
        if (same) {
          kept.merge(finding.rule(), new Share(survived, 1), Share::plus);
        } else {
          changed = changed.plus(new Share(survived, 1));
        }
        if (same && survived == 0) {
          lost.add(
              "%s\t%s\t%s\treleases\t%s\t%s"
                  .formatted(
                      release.artifact(),
                      last.version(),
                      release.version(),
                      finding.rule(),
                      finding.location().pathAndLine()));
        }
      }
      before = after;
      last = release;
    }
    out.printf(
        "%s, %d releases: code that means the same %s, code that was changed %s%n",
        last.artifact(), releases.size(), Share.sum(kept.values()).words(), changed.words());
    kept.forEach((rule, share) -> out.printf("  the same, %s: %s%n", rule, share.words()));
  }

  private static void edit(
      Release release,
      List<List<String>> declared,
      Path results,
      int edits,
      int threads,
      List<String> lost,
      PrintStream out)
      throws IOException {
    Path folder = results.resolve("edited").resolve(release.artifact()).toAbsolutePath();
    delete(folder);
    Files.createDirectories(folder);
    EditTrial trial = new EditTrial(release, declared, folder.toRealPath(), threads);
    trial.run(edits);
    out.printf(
        "%s %s, %d edits: %s%n",
        release.artifact(), release.version(), edits, Share.sum(trial.shares().values()).words());
    trial.shares().forEach((edit, share) -> out.printf("  %s: %s%n", edit.words(), share.words()));
    lost.addAll(trial.lost());
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
