package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.data.Judgements;
import dev.ssot.benchmarks.report.Figure;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.benchmarks.report.Table;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code fragmented-role} prints of each library on its own, without a policy. */
final class DiscoveryMeasure {

  private final Judgements judgements;
  private final List<List<String>> details = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private double highest;
  private long findings;
  private long types;
  private long right;
  private long wrong;
  private long unjudged;

  DiscoveryMeasure(Judgements judgements) {
    this.judgements = judgements;
  }

  /** Runs the rule on every library of a codebase. */
  void ask(Corpus corpus) {
    for (String artifact : corpus.artifacts()) {
      Codebase library = corpus.library(artifact);
      List<Finding> found = Rules.run(Rules.FRAGMENTED, library, Policy.none());
      long production = productionTypes(library);
      highest = Math.max(highest, rate(found.size(), production));
      findings += found.size();
      types += production;
      rows.add(row(artifact, found, production));
    }
  }

  void report(String scope, Results results) {
    results.add(new Figure(scope + ".discovery.highest-rate", highest, 1));
    results.add(new Figure(scope + ".discovery.rate", 1000.0 * findings, types));
    String precision = results.add(scope + ".discovery.precision", right, right + wrong).share();
    results.add(scope + ".discovery.unjudged", unjudged, 1);
    results.add(
        new Table(
            "Discovery (%s)".formatted(scope),
            List.of(
                "library",
                "production types",
                "clusters",
                "per 1,000 types",
                "right",
                "wrong",
                "unjudged"),
            rows,
            String.format(
                Locale.ROOT,
                "All: %s clusters of %s types, %.1f per 1,000, at most %.1f in one library."
                    + " Precision of what was judged: %s; %s unjudged.",
                findings,
                types,
                rate(findings, types),
                highest,
                precision,
                unjudged)));
  }

  private static long productionTypes(Codebase codebase) {
    return codebase.types().stream()
        .filter(entry -> entry.unit().kind() == SourceKind.PRODUCTION)
        .count();
  }

  private static double rate(long findings, long types) {
    return types == 0 ? 0 : 1000.0 * findings / types;
  }

  private List<String> row(String artifact, List<Finding> found, long production) {
    long before = right;
    long wrongBefore = wrong;
    long unjudgedBefore = unjudged;
    found.forEach(finding -> judge(artifact, finding));
    return List.of(
        artifact,
        String.valueOf(production),
        String.valueOf(found.size()),
        String.format(Locale.ROOT, "%.1f", rate(found.size(), production)),
        String.valueOf(right - before),
        String.valueOf(wrong - wrongBefore),
        String.valueOf(unjudged - unjudgedBefore));
  }

  private void judge(String artifact, Finding finding) {
    String fingerprint = finding.fingerprint().value();
    Optional<Boolean> judgement = judgements.of(artifact, fingerprint);
    right += judgement.filter(is -> is).isPresent() ? 1 : 0;
    wrong += judgement.filter(is -> !is).isPresent() ? 1 : 0;
    unjudged += judgement.isEmpty() ? 1 : 0;
    String said = judgement.map(is -> is ? "right" : "wrong").orElse("unjudged");
    details.add(
        List.of(artifact, fingerprint, said, words(finding), finding.statement().message()));
  }

  /** The types of a group, the proposed canonical first. */
  private static String words(Finding finding) {
    List<String> names = new ArrayList<>();
    if (finding.evidence() instanceof Evidence.Fragments fragments) {
      names.add(fragments.canonical().name());
      fragments.comparisons().forEach(comparison -> names.add(comparison.rival().name()));
    }
    return String.join(" ", names);
  }

  /** For every finding: library, fingerprint, judgement, types, message. */
  List<List<String>> details() {
    return List.copyOf(details);
  }
}
