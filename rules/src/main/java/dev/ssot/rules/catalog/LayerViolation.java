package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassNames;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Layer;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds types that use types of a layer above their own. */
final class LayerViolation extends ClassFileRule {

  private static final String ID = "layer-violation";
  private static final String UNIT = "dependencies between layers";
  private static final int LISTED = 3;

  LayerViolation() {
    super(ID, "structure", UNIT, "the policy declares no layers");
  }

  @Override
  public boolean needsClassFiles(Policy policy) {
    return !policy.structure().layers().isEmpty();
  }

  @Override
  Judgement look(Case facts) {
    Order order = new Order(facts.policy().structure().layers());
    Map<Pair, List<Site>> pairs = new TreeMap<>();
    for (ClassFact fact : facts.places().judged()) {
      int from = order.of(fact.name());
      for (ClassUse use : fact.uses()) {
        int to = order.of(use.owner());
        if (from >= 0 && to >= 0 && from != to) {
          Pair pair = new Pair(fact.sourceType(), ClassNames.sourceType(use.owner()), from, to);
          pairs.computeIfAbsent(pair, key -> new ArrayList<>()).add(new Site(fact, use));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    pairs.forEach(
        (pair, sites) -> {
          if (pair.from() > pair.to()) {
            findings.add(finding(facts, order, pair, sites));
          }
        });
    return Judgement.of(findings, pairs.size(), facts.bytecode().unit(UNIT));
  }

  /**
   * A type that uses another; layers are numbered from the top down.
   *
   * @param from number of the layer of the user
   * @param to number of the layer of what it uses
   */
  private record Pair(String user, String used, int from, int to) implements Comparable<Pair> {

    @Override
    public int compareTo(Pair other) {
      int byUser = user.compareTo(other.user);
      return byUser != 0 ? byUser : used.compareTo(other.used);
    }
  }

  /** One place where it does. */
  private record Site(ClassFact in, ClassUse use) {}

  /** The layers, from the top down. */
  static final class Order {

    private final List<Layer> layers;
    private final List<List<AccessPattern>> patterns;
    private final Map<String, Integer> known = new HashMap<>();

    Order(List<Layer> layers) {
      this.layers = layers;
      this.patterns =
          layers.stream()
              .map(
                  layer ->
                      layer.types().stream()
                          .map(PolicyText::value)
                          .map(AccessPattern::parse)
                          .toList())
              .toList();
    }

    Layer layer(int number) {
      return layers.get(number);
    }

    /** The number of the layer of a class, or -1; of several patterns the longest counts. */
    int of(String name) {
      return known.computeIfAbsent(name, this::lookUp);
    }

    private int lookUp(String name) {
      String type = ClassNames.sourceType(name);
      int best = -1;
      int length = -1;
      for (int i = 0; i < layers.size(); i++) {
        int longest =
            patterns.get(i).stream()
                .filter(pattern -> Patterns.covers(pattern, type))
                .map(pattern -> pattern.name().length())
                .max(Comparator.naturalOrder())
                .orElse(-1);
        if (longest > length) {
          best = i;
          length = longest;
        }
      }
      return best;
    }
  }

  private static Finding finding(Case facts, Order order, Pair pair, List<Site> sites) {
    Layer lower = order.layer(pair.from());
    Layer upper = order.layer(pair.to());
    List<Site> first =
        sites.stream().sorted(Comparator.comparing(site -> site.use().line() == 0)).toList();
    List<Sighting> sightings =
        first.stream()
            .limit(LISTED)
            .map(site -> facts.places().sighting(site.in(), site.use()))
            .toList();
    Subject subject = Subject.ofType(pair.user());
    return new Finding(
        ID,
        Severity.ERROR,
        sightings.get(0).location(),
        subject,
        new Statement(
            "`%s` of the layer `%s` uses `%s` of the layer `%s` above it: %s"
                .formatted(pair.user(), lower.id(), pair.used(), upper.id(), upper.reason()),
            "turn the dependency around, or move one of the two types to the layer of the other",
            List.of()),
        new Evidence.Bytecode(
            pair.used(), upper.reason(), sightings, sites.size() - sightings.size()),
        Fingerprint.of(ID, subject, List.of(pair.used())));
  }
}
