package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.benchmarks.report.Table;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * At which place the labelled rivals of a type stand among all types of its codebase.
 *
 * <p>A <i>query</i> is a type that has labelled rivals: what counts is the first of them. A
 * <i>pair</i> is asked in both directions: what counts is that one rival. Other types of the same
 * role take no place in either. Sums up over several codebases.
 */
final class Ranking {

  private final Map<String, Ranks> queries = new LinkedHashMap<>();
  private final Map<String, Ranks> pairs = new LinkedHashMap<>();
  private final Map<String, Ranks> categories = new LinkedHashMap<>();
  private final List<List<String>> details = new ArrayList<>();
  private final List<List<String>> unlabelled = new ArrayList<>();
  private long types;

  Ranking() {
    Label.Kind.RIVAL.categories().forEach(name -> categories.put(name, new Ranks()));
  }

  /** Asks every ranker; the places of the first one are kept by category too. */
  void ask(Corpus corpus, List<Pair> labelled, List<Ranker> rankers) {
    types += corpus.codebase().types().size();
    List<Pair> rivals = labelled.stream().filter(pair -> pair.label().isRival()).toList();
    Roles roles = new Roles(rivals);
    Unlabelled above = new Unlabelled(labelled, roles);
    for (Ranker ranker : rankers) {
      for (int query : roles.types()) {
        Ranker.Order order = ranker.order(corpus.codebase().types().get(query));
        queries.computeIfAbsent(ranker.name(), name -> new Ranks()).add(first(query, order, roles));
        int seen = ranker == rankers.get(0) ? Ranks.FEW : 1;
        above
            .of(query, order, seen)
            .forEach(type -> unlabelled.add(row(corpus, ranker, query, type)));
        for (Pair pair : rivals) {
          if (pair.left().id() == query || pair.right().id() == query) {
            add(pair, query, order, roles, ranker, ranker == rankers.get(0));
          }
        }
      }
    }
  }

  /** The place of the first labelled rival. */
  private static int first(int query, Ranker.Order order, Roles roles) {
    int best = 0;
    for (int partner : roles.partners(query)) {
      int rank = order.rank(partner, without(roles.mates(query), partner));
      best = rank > 0 && (best == 0 || rank < best) ? rank : best;
    }
    return best;
  }

  private void add(
      Pair pair, int query, Ranker.Order order, Roles roles, Ranker ranker, boolean main) {
    TypeEntry target = pair.left().id() == query ? pair.right() : pair.left();
    TypeEntry asked = pair.left().id() == query ? pair.left() : pair.right();
    int rank = order.rank(target.id(), without(roles.mates(query), target.id()));
    pairs.computeIfAbsent(ranker.name(), name -> new Ranks()).add(rank);
    if (main) {
      categories.computeIfAbsent(pair.label().category(), name -> new Ranks()).add(rank);
      details.add(
          List.of(
              pair.label().role(),
              pair.label().category(),
              Corpus.nameOf(asked).toString(),
              Corpus.nameOf(target).toString(),
              rank == 0 ? "none" : String.valueOf(rank)));
    }
  }

  private static List<String> row(Corpus corpus, Ranker ranker, int query, int type) {
    List<TypeEntry> types = corpus.codebase().types();
    return List.of(
        corpus.name(),
        ranker.name(),
        Corpus.nameOf(types.get(query)).toString(),
        Corpus.nameOf(types.get(type)).toString());
  }

  private static Set<Integer> without(Set<Integer> all, int one) {
    Set<Integer> rest = new TreeSet<>(all);
    rest.remove(one);
    return rest;
  }

  void report(String scope, Results results) {
    List<List<String>> rows = new ArrayList<>();
    queries.forEach(
        (ranker, ranks) -> {
          String key = scope + ".ranking." + ranker;
          List<String> cells = new ArrayList<>(List.of(ranker));
          cells.addAll(ranks.cells(results, key + ".query"));
          cells.addAll(pairs.getOrDefault(ranker, new Ranks()).cells(results, key + ".pair"));
          rows.add(cells);
        });
    results.add(
        new Table(
            "Ranking (%s)".formatted(scope),
            List.of(
                "ranker",
                "query: first",
                "query: in five",
                "query: MRR",
                "pair: first",
                "pair: in five",
                "pair: MRR"),
            rows,
            ("A query is a type with labelled rivals, of which the first one counts; a pair is asked"
                    + " in both directions. Among all %s types; other types of the role take no place."
                    + " MRR is the mean reciprocal rank.")
                .formatted(types)));
    results.add(byCategory(scope, results));
  }

  private Table byCategory(String scope, Results results) {
    List<List<String>> rows = new ArrayList<>();
    categories.forEach(
        (category, ranks) -> {
          List<String> cells = new ArrayList<>(List.of(category));
          cells.addAll(ranks.cells(results, "%s.ranking.%s".formatted(scope, category)));
          rows.add(cells);
        });
    return new Table(
        "Ranking of pairs by class (%s)".formatted(scope),
        List.of("class", "first", "in five", "MRR"),
        rows,
        "");
  }

  /** For every pair and direction of the first ranker: role, class, query, rival, place. */
  List<List<String>> details() {
    return List.copyOf(details);
  }

  /**
   * The types that count as wrong although no label says so: codebase, ranker, query, type. Of the
   * first ranker among the first five of every query, of the others the first.
   */
  List<List<String>> unlabelled() {
    return List.copyOf(unlabelled);
  }
}
