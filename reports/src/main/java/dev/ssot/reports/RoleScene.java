package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a picture of one role shows: the type in its middle with those who use it, and beside it the
 * rivals and shims with theirs.
 *
 * <p>Where whole packages or source trees were copied, the pairs of types have no common middle:
 * there packages, or folders of one package, stand for their types.
 *
 * @param middle qualified name of what stands in the middle
 * @param standing what it is: the canonical of a declared role, or proposed as one
 */
record RoleScene(
    String middle, String standing, List<TypeRef> callers, List<Neighbour> neighbours) {

  private static final String CANONICAL = "canonical";
  private static final String PROPOSED = "proposed canonical";

  /** What stands beside the middle. */
  enum Kind {
    LIVE,
    IDLE,
    SHIM;

    boolean isRival() {
      return this != SHIM;
    }
  }

  /**
   * A rival or a shim.
   *
   * @param name its qualified name
   * @param words what it is, for a person
   * @param users who uses it, sorted
   */
  record Neighbour(Kind kind, String name, String words, List<TypeRef> users) {}

  /** The scene of a declared role. */
  static RoleScene declared(String canonical, List<Comparison> rivals, List<ShimUse> shims) {
    List<Neighbour> all = new ArrayList<>(rivals(rivals));
    for (ShimUse shim : shims) {
      String until = shim.terms().until().isEmpty() ? "" : " until " + shim.terms().until();
      all.add(new Neighbour(Kind.SHIM, shim.type().name(), "shim" + until, shim.users()));
    }
    return new RoleScene(canonical, CANONICAL, callers(canonical, rivals), all);
  }

  /** The scene of a group of types of which none is declared canonical. */
  static RoleScene proposed(Evidence.Fragments group) {
    String canonical = group.canonical().name();
    List<Comparison> rivals = group.comparisons();
    return group.isPaired() || rivals.get(0).rival().name().equals(canonical)
        ? copied(group)
        : new RoleScene(canonical, PROPOSED, callers(canonical, rivals), rivals(rivals));
  }

  /**
   * A scene for each declared canonical of which these findings name a rival, and for each group of
   * types of which none is declared.
   */
  static List<RoleScene> of(List<Finding> findings, ScanResult result) {
    Map<String, List<Comparison>> declared = new LinkedHashMap<>();
    List<RoleScene> proposed = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.evidence() instanceof Evidence.Rival rival) {
        declared
            .computeIfAbsent(rival.comparison().canonical().name(), name -> new ArrayList<>())
            .add(rival.comparison());
      } else if (finding.evidence() instanceof Evidence.Fragments group) {
        proposed.add(proposed(group));
      }
    }
    List<RoleScene> all = new ArrayList<>();
    declared.forEach((name, rivals) -> all.add(declared(name, rivals, result.shimsOf(name))));
    all.addAll(proposed);
    return List.copyOf(all);
  }

  /** Copied packages: those of the proposed types in the middle, each copy beside them. */
  private static RoleScene copied(Evidence.Fragments group) {
    TreeSet<String> originals = new TreeSet<>();
    TreeSet<TypeRef> callers = new TreeSet<>();
    Map<String, List<Comparison>> copies = new LinkedHashMap<>();
    boolean samePackages =
        group.comparisons().stream()
            .anyMatch(
                one ->
                    Whereabouts.packageOf(one.canonical())
                        .equals(Whereabouts.packageOf(one.rival())));
    for (Comparison one : group.comparisons()) {
      originals.add(home(one.canonical(), samePackages));
      callers.addAll(one.usage().allOfCanonical());
      copies.computeIfAbsent(home(one.rival(), samePackages), name -> new ArrayList<>()).add(one);
    }
    List<Neighbour> neighbours = new ArrayList<>();
    copies.forEach(
        (name, pairs) -> {
          boolean live = pairs.stream().anyMatch(pair -> pair.usage().rival().isLive());
          TreeSet<TypeRef> users = new TreeSet<>();
          pairs.forEach(pair -> users.addAll(pair.usage().allOfRival()));
          String words =
              (live ? "live copy of " : "copy of ") + Phrases.count(pairs.size(), "type");
          neighbours.add(
              new Neighbour(live ? Kind.LIVE : Kind.IDLE, name, words, List.copyOf(users)));
        });
    String more = originals.size() == 1 ? "" : " " + Phrases.more(originals.size() - 1);
    return new RoleScene(
        home(group.canonical(), samePackages) + more, PROPOSED, List.copyOf(callers), neighbours);
  }

  private static String home(TypeRef type, boolean byFolder) {
    return byFolder ? SlashedPaths.folder(type.declaration().path()) : Whereabouts.packageOf(type);
  }

  private static List<Neighbour> rivals(List<Comparison> rivals) {
    Map<TypeRef, Neighbour> all = new LinkedHashMap<>();
    for (Comparison one : rivals) {
      boolean live = one.usage().rival().isLive();
      String words =
          "%s%s, %s %%".formatted(live ? "live " : "", one.verdict().words(), one.confidence());
      all.putIfAbsent(
          one.rival(),
          new Neighbour(
              live ? Kind.LIVE : Kind.IDLE, one.rival().name(), words, one.usage().allOfRival()));
    }
    return List.copyOf(all.values());
  }

  private static List<TypeRef> callers(String canonical, List<Comparison> rivals) {
    TreeSet<TypeRef> all = new TreeSet<>();
    for (Comparison rival : rivals) {
      if (rival.canonical().name().equals(canonical)) {
        all.addAll(rival.usage().allOfCanonical());
      }
    }
    return List.copyOf(all);
  }

  /** All who use something of it. */
  Stream<TypeRef> users() {
    return Stream.concat(
        callers.stream(), neighbours.stream().flatMap(one -> one.users().stream()));
  }

  boolean isProposed() {
    return standing.equals(PROPOSED);
  }

  long rivals() {
    return neighbours.stream().filter(one -> one.kind().isRival()).count();
  }

  long shims() {
    return neighbours.size() - rivals();
  }

  /** The end of a name that no other name in the picture has: mostly the simple name. */
  String label(String name) {
    List<String> others =
        Stream.concat(Stream.of(middle), neighbours.stream().map(Neighbour::name))
            .filter(other -> !other.equals(name))
            .toList();
    String label = DottedNames.last(name);
    while (label.length() < name.length() && isShared(label, others)) {
      label = name.substring(name.lastIndexOf('.', name.length() - label.length() - 2) + 1);
    }
    return label;
  }

  private static boolean isShared(String label, List<String> names) {
    return names.stream().anyMatch(name -> name.equals(label) || name.endsWith("." + label));
  }
}
