package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Slices;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds packages that depend on each other in a circle. */
final class PackageCycle extends ClassFileRule {

  private static final String ID = "package-cycle";
  private static final String UNIT = "packages";

  PackageCycle() {
    super(ID, "structure", UNIT, "the policy wants no packages to be free of cycles");
  }

  @Override
  public boolean needsClassFiles(Policy policy) {
    return !policy.structure().acyclic().isEmpty();
  }

  @Override
  Judgement look(Case facts) {
    List<ClassFact> judged = facts.places().judged();
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    for (Slices slices : facts.policy().structure().acyclic()) {
      Graph graph = new Graph(slices, judged);
      looked += graph.nodes.size();
      for (List<String> cycle : new Cycles(graph.targets()).minimal()) {
        findings.add(finding(facts, slices, graph, cycle));
      }
    }
    return Judgement.of(findings, looked, facts.bytecode().unit(UNIT));
  }

  /** One place where a package uses another. */
  private record Site(ClassFact in, ClassUse use) {}

  /** Which slices use which, and where. */
  private static final class Graph {

    private final NavigableSet<String> nodes = new TreeSet<>();
    private final NavigableMap<String, NavigableMap<String, List<Site>>> edges = new TreeMap<>();

    /** The slices of classes by the names of these. */
    private final Map<String, Optional<String>> known = new HashMap<>();

    Graph(Slices slices, List<ClassFact> judged) {
      judged.forEach(fact -> slices.sliceOf(fact.packageName()).ifPresent(nodes::add));
      for (ClassFact fact : judged) {
        Optional<String> from = slices.sliceOf(fact.packageName());
        if (from.isPresent()) {
          fact.uses().forEach(use -> add(slices, from.get(), new Site(fact, use)));
        }
      }
    }

    private void add(Slices slices, String from, Site site) {
      known
          .computeIfAbsent(
              site.use().owner(), owner -> slices.sliceOf(DottedNames.qualifier(owner)))
          .filter(to -> !to.equals(from) && nodes.contains(to))
          .ifPresent(
              to ->
                  edges
                      .computeIfAbsent(from, key -> new TreeMap<>())
                      .computeIfAbsent(to, key -> new ArrayList<>())
                      .add(site));
    }

    NavigableMap<String, NavigableSet<String>> targets() {
      NavigableMap<String, NavigableSet<String>> targets = new TreeMap<>();
      edges.forEach((from, to) -> targets.put(from, new TreeSet<>(to.keySet())));
      return targets;
    }

    List<Site> sites(String from, String to) {
      return edges.getOrDefault(from, new TreeMap<>()).getOrDefault(to, List.of());
    }
  }

  private static Finding finding(Case facts, Slices slices, Graph graph, List<String> cycle) {
    List<Sighting> steps = new ArrayList<>();
    String weakest = "";
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < cycle.size(); i++) {
      String from = cycle.get(i);
      String to = cycle.get((i + 1) % cycle.size());
      List<Site> sites = graph.sites(from, to);
      steps.add(step(facts, from, to, sites));
      if (sites.size() < fewest) {
        fewest = sites.size();
        weakest = "`%s` on `%s`".formatted(from, to);
      }
    }
    Subject subject = Subject.ofType(cycle.get(0));
    String circle = cycle.stream().map("`%s`"::formatted).collect(Collectors.joining(" → "));
    return new Finding(
        ID,
        Severity.ERROR,
        steps.get(0).location(),
        subject,
        new Statement(
            "these packages use each other in a circle: %s → `%s`: %s"
                .formatted(circle, cycle.get(0), slices.reason()),
            "cut the thinnest dependency, that of %s with %s %s"
                .formatted(weakest, fewest, fewest == 1 ? "use" : "uses"),
            List.of()),
        new Evidence.Bytecode(String.join(", ", cycle), slices.reason(), steps, 0),
        Fingerprint.of(ID, subject, cycle));
  }

  private static Sighting step(Case facts, String from, String to, List<Site> sites) {
    Site site =
        sites.stream()
            .min(Comparator.comparing(one -> one.use().line() == 0))
            .orElseThrow(() -> new IllegalStateException("No use of " + to + " by " + from));
    Sighting seen = facts.places().sighting(site.in(), site.use());
    String more = sites.size() == 1 ? "" : ", and %s more".formatted(sites.size() - 1);
    return new Sighting(
        "`%s` uses `%s`: `%s` %s%s".formatted(from, to, site.in().sourceType(), seen.words(), more),
        seen.location(),
        seen.classFile());
  }
}
