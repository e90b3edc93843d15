package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.mutation.Mutation;
import dev.ssot.benchmarks.report.Figure;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Which changed copies of real classes are found, and which wrappers are left alone. */
final class InjectedRivals {

  private static final double LOST = 0.5;

  private final List<Mutation> mutations = Mutation.all();
  private final List<Injection.Fate> fates = new ArrayList<>();
  private int originals;
  private int libraries;

  /** Makes mutants of so many classes of so many libraries each. */
  void run(Corpus corpus, int howMany, int each, Path base, Path work, int threads) {
    List<Injection> injections = Injection.into(corpus, howMany, each, base, work);
    libraries += injections.size();
    originals += injections.stream().mapToInt(Injection::originals).sum();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Injection.Fate>>> futures =
          injections.stream().map(one -> pool.submit(() -> one.run(mutations))).toList();
      for (Future<List<Injection.Fate>> future : futures) {
        fates.addAll(future.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The injection was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The injection failed", e);
    } finally {
      pool.shutdownNow();
    }
  }

  void report(String scope, Results results) {
    List<List<String>> rivals = new ArrayList<>();
    List<List<String>> others = new ArrayList<>();
    Map<String, String> lost = new LinkedHashMap<>();
    for (Mutation mutation : mutations) {
      List<Injection.Fate> some =
          fates.stream().filter(fate -> fate.mutation().equals(mutation)).toList();
      if (mutation.rival()) {
        rivals.addAll(rows(mutation, some, scope, results, lost));
      } else {
        others.add(row(mutation, some, scope, results));
      }
    }
    results.add(
        new Table(
            "Injected rivals (%s)".formatted(scope),
            List.of("kind", "strength", "found, original declared", "found without a policy"),
            rivals,
            "Mutants of %s classes of %s libraries, each in its library under another package. Fewer than half found, original declared: %s."
                .formatted(
                    originals,
                    libraries,
                    lost.isEmpty() ? "none" : String.join("; ", lost.values()))));
    results.add(
        new Table(
            "Injected types that are no rivals (%s)".formatted(scope),
            List.of("kind", "reported, original declared or not"),
            others,
            ""));
  }

  private static List<List<String>> rows(
      Mutation mutation,
      List<Injection.Fate> some,
      String scope,
      Results results,
      Map<String, String> lost) {
    List<List<String>> rows = new ArrayList<>();
    String key = "%s.injected.%s".formatted(scope, mutation.key());
    boolean several = some.stream().anyMatch(fate -> fate.types() > 1);
    Figure declared =
        results.add(key + ".declared", count(some, fate -> fate.declared() > 0), some.size());
    rows.add(
        List.of(
            mutation.kind(),
            several ? "one part at least" : mutation.strength(),
            declared.share(),
            results
                .add(key + ".discovered", count(some, fate -> fate.discovered() > 0), some.size())
                .share()));
    if (several) {
      rows.add(
          List.of(
              mutation.kind(),
              "all parts",
              results
                  .add(
                      key + "-all.declared",
                      count(some, fate -> fate.declared() == fate.types()),
                      some.size())
                  .share(),
              results
                  .add(
                      key + "-all.discovered",
                      count(some, fate -> fate.discovered() == fate.types()),
                      some.size())
                  .share()));
    }
    if (declared.value() < LOST) {
      lost.putIfAbsent(mutation.kind(), (mutation.kind() + " " + mutation.strength()).strip());
    }
    return rows;
  }

  private static List<String> row(
      Mutation mutation, List<Injection.Fate> some, String scope, Results results) {
    return List.of(
        mutation.kind(),
        results
            .add(
                "%s.injected.%s.reported".formatted(scope, mutation.key()),
                count(some, fate -> fate.reported() > 0),
                some.size())
            .share());
  }

  private static long count(List<Injection.Fate> fates, Predicate<Injection.Fate> wanted) {
    return fates.stream().filter(wanted).count();
  }

  /**
   * For every mutant: mutation, original, types, found declared, found without policy, reported.
   */
  List<List<String>> details() {
    return fates.stream()
        .map(
            fate ->
                List.of(
                    fate.mutation().key(),
                    fate.original(),
                    String.valueOf(fate.types()),
                    String.valueOf(fate.declared()),
                    String.valueOf(fate.discovered()),
                    String.valueOf(fate.reported())))
        .toList();
  }
}
