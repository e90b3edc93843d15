package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.recognition.Decider;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.benchmarks.report.Table;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of labelled pairs, with the left type of each as the canonical of a role.
 *
 * <p>A canonical whose qualified name is declared in an earlier library too cannot be asked for: a
 * role names a type by that name. Its labels are left out and counted. Sums up over several
 * codebases.
 */
final class Decision {

  private final Map<String, Confusion> deciders = new LinkedHashMap<>();
  private final Map<String, Map<String, Confusion>> categories = new LinkedHashMap<>();
  private final List<List<String>> details = new ArrayList<>();
  private final List<List<String>> unjudged = new ArrayList<>();
  private long asked;
  private long notAsked;
  private long canonicals;

  /** Runs the rule on a codebase, and holds it and other deciders against the labels. */
  void ask(Corpus corpus, List<Pair> labelled, List<Decider> others) {
    List<Pair> pairs = labelled.stream().filter(pair -> isAskable(corpus, pair)).toList();
    List<TypeEntry> lefts = pairs.stream().map(Pair::left).distinct().toList();
    asked += pairs.size();
    notAsked += labelled.size() - pairs.size();
    canonicals += lefts.size();
    Declared declared = new Declared(corpus.codebase(), lefts);
    List<Decider> all = new ArrayList<>(List.of(declared));
    all.addAll(others);
    pairs.forEach(pair -> all.forEach(decider -> add(pair, decider)));
    pairs.forEach(pair -> addDetail(pair, declared));
    lefts.forEach(left -> addUnjudged(corpus, left, pairs, declared));
  }

  private static boolean isAskable(Corpus corpus, Pair pair) {
    int first = corpus.codebase().declarations(pair.left().name()).get(0).id();
    return first == pair.left().id();
  }

  private void add(Pair pair, Decider decider) {
    boolean rival = pair.label().isRival();
    boolean said = decider.areRivals(pair.left(), pair.right());
    deciders.computeIfAbsent(decider.name(), name -> new Confusion()).add(rival, said);
    categories
        .computeIfAbsent(pair.label().category(), name -> new LinkedHashMap<>())
        .computeIfAbsent(decider.name(), name -> new Confusion())
        .add(rival, said);
  }

  private void addDetail(Pair pair, Declared declared) {
    Label label = pair.label();
    Integer confidence = declared.rivals(pair.left()).get(pair.right().id());
    boolean right = (confidence != null) == label.isRival();
    String wrong = label.isRival() ? "missed" : "wrong";
    details.add(
        List.of(
            String.valueOf(label.line()),
            right ? "right" : wrong,
            confidence == null ? "-" : String.valueOf(confidence),
            label.role(),
            label.category(),
            label.left().toString(),
            label.right().toString()));
  }

  /** That two rivals of one type are rivals of each other is said by the labels too. */
  private void addUnjudged(
      Corpus corpus, TypeEntry canonical, List<Pair> pairs, Declared declared) {
    Set<Integer> known = new LinkedHashSet<>(new Roles(pairs).mates(canonical.id()));
    for (Pair pair : pairs) {
      if (pair.left().id() == canonical.id() || pair.right().id() == canonical.id()) {
        known.add(pair.left().id());
        known.add(pair.right().id());
      }
    }
    declared
        .rivals(canonical)
        .forEach(
            (type, confidence) -> {
              if (!known.contains(type)) {
                unjudged.add(
                    List.of(
                        Corpus.nameOf(canonical).toString(),
                        Corpus.nameOf(corpus.codebase().types().get(type)).toString(),
                        String.valueOf(confidence)));
              }
            });
  }

  void report(String scope, Results results) {
    List<List<String>> rows = new ArrayList<>();
    deciders.forEach(
        (decider, confusion) -> {
          List<String> cells = new ArrayList<>(List.of(decider));
          cells.addAll(confusion.cells(results, "%s.decision.%s".formatted(scope, decider)));
          rows.add(cells);
        });
    results.add(
        new Table(
            "Decision (%s)".formatted(scope),
            List.of("decider", "precision", "recall", "found", "missed", "wrong", "left alone"),
            rows,
            ("%s labels over %s canonicals at the standard threshold. ssot finds %s more types of which"
                    + " no label speaks; they are in neither share. %s labels could not be asked,"
                    + " because another library declares the canonical's qualified name too.")
                .formatted(asked, canonicals, unjudged.size(), notAsked)));
    results.add(byCategory(scope));
  }

  private Table byCategory(String scope) {
    List<List<String>> rows = new ArrayList<>();
    for (Label.Kind kind : Label.Kind.values()) {
      for (String category : kind.categories()) {
        Map<String, Confusion> counts = categories.getOrDefault(category, Map.of());
        if (!counts.isEmpty()) {
          List<String> cells = new ArrayList<>(List.of(kind.word(), category));
          counts.values().forEach(confusion -> cells.add(confusion.said()));
          rows.add(cells);
        }
      }
    }
    List<String> head = new ArrayList<>(List.of("kind", "class"));
    head.addAll(deciders.keySet());
    return new Table(
        "Pairs taken for rivals, by class (%s)".formatted(scope),
        head,
        rows,
        "Of rivals the more the better; of negatives none should be.");
  }

  /** For every label: line, what became of it, confidence, role, class, both types. */
  List<List<String>> details() {
    return List.copyOf(details);
  }

  /** What was found and no label speaks of: canonical, type, confidence. */
  List<List<String>> unjudged() {
    return List.copyOf(unjudged);
  }
}
