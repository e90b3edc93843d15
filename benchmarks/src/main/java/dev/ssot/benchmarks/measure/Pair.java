package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.data.TypeName;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.ArrayList;
import java.util.List;

/** A label with the declarations of its two types. */
public record Pair(Label label, TypeEntry left, TypeEntry right) {

  /**
   * The labels of a codebase with their types.
   *
   * @throws UnknownTypes if some label names a type that the codebase lacks
   */
  public static List<Pair> of(Corpus corpus, List<Label> labels) {
    List<String> unknown = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (Label label : labels) {
      List<TypeEntry> entries = new ArrayList<>();
      for (TypeName type : List.of(label.left(), label.right())) {
        corpus
            .find(type)
            .ifPresentOrElse(
                entries::add, () -> unknown.add("line %s: `%s`".formatted(label.line(), type)));
      }
      if (entries.size() == 2) {
        pairs.add(new Pair(label, entries.get(0), entries.get(1)));
      }
    }
    if (!unknown.isEmpty()) {
      throw new UnknownTypes(corpus.name(), unknown);
    }
    return pairs;
  }
}
