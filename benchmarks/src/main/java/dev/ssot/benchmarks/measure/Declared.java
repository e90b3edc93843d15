package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.recognition.Decider;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code duplicate-implementation} finds at its standard threshold for given canonicals. */
final class Declared implements Decider {

  private final Codebase codebase;
  private final Map<String, Map<Integer, Integer>> found = new TreeMap<>();

  Declared(Codebase codebase, List<TypeEntry> canonicals) {
    this.codebase = codebase;
    Rules.run(Rules.DUPLICATE, codebase, Rules.policy(canonicals)).forEach(this::add);
  }

  private void add(Finding finding) {
    if (finding.evidence() instanceof Evidence.Rival rival) {
      found
          .computeIfAbsent(rival.comparison().canonical().name(), name -> new TreeMap<>())
          .put(
              Corpus.declaration(codebase, rival.comparison().rival()).id(),
              rival.comparison().confidence());
    }
  }

  @Override
  public String name() {
    return "ssot";
  }

  @Override
  public boolean areRivals(TypeEntry left, TypeEntry right) {
    return rivals(left).containsKey(right.id());
  }

  /** The rivals of a canonical by the ids of their declarations, with the confidence. */
  Map<Integer, Integer> rivals(TypeEntry canonical) {
    return Collections.unmodifiableMap(found.getOrDefault(canonical.name(), Map.of()));
  }
}
