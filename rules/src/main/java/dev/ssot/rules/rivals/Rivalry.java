package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Mentions;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.ChannelStrength;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Dismissal;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Neighbour;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleEntry;
import dev.ssot.rules.model.SharedTraits;
import dev.ssot.rules.model.Standing;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.model.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a codebase says of rivals: the casts of declared roles, and the fragmented roles
 * that nobody declared.
 *
 * <p>Computed once per scan. Not safe for concurrent use.
 */
public final class Rivalry {

  /**
   * What the {@link JobModel}, and the affinity of the asked type to another, count for beside the
   * affinity of the other to it; tried on each codebase of the development part with a forest grown
   * on the other.
   */
  private static final double SHARE_OF_MODEL = 0.6;

  private static final double SHARE_OF_REVERSE = 0.2;

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final ProfileIndex index;
  private final Classifier classifier;
  private final Judges judges;

  private Optional<Earlier> earlier;
  private Optional<Couples> couples = Optional.empty();
  private final Mentions mentions;
  private Optional<Changes> changes;
  private Map<Set<String>, UsageIndex> earlierUsages;
  private final Map<Set<String>, UsageIndex> usages = new HashMap<>();

  /** What judges types beside each other, made of what is known of them. */
  private record Judges(
      LikenessMeasure measure,
      OtherReasons reasons,
      Affinity affinity,
      JobFeatures features,
      JobModel model,
      NamedConstants constants,
      Prospects prospects,
      Shims shims,
      Verdicts verdicts) {

    static Judges of(
        Codebase codebase,
        ProfileIndex index,
        Hierarchy hierarchy,
        Classifier classifier,
        Shims shims,
        Verdicts verdicts) {
      LikenessMeasure measure = new LikenessMeasure(codebase, index, hierarchy);
      OtherReasons reasons = new OtherReasons(codebase, hierarchy, measure);
      Affinity affinity =
          new Affinity(index, hierarchy, classifier, reasons, shims, verdicts.affinities());
      JobFeatures features =
          new JobFeatures(affinity, index, measure, reasons, hierarchy, classifier, shims);
      return new Judges(
          measure,
          reasons,
          affinity,
          features,
          new JobModel(affinity, features),
          new NamedConstants(codebase, classifier),
          new Prospects(index),
          shims,
          verdicts);
    }
  }

  public Rivalry(Codebase codebase) {
    this(codebase, Optional.empty());
  }

  /**
   * What a codebase says.
   *
   * @param before what the same codebase said some changes earlier: of what they have no influence
   *     on nothing is computed again
   */
  Rivalry(Codebase codebase, Optional<Rivalry> before) {
    this.codebase = codebase;
    this.mentions = before.map(last -> last.mentions).orElseGet(Mentions::new);
    Optional<Changes> changes = before.map(last -> new Changes(last.codebase, codebase, mentions));
    Optional<Rivalry> alike = before.filter(last -> changes.get().keepOutline());
    this.hierarchy =
        alike.map(last -> last.hierarchy.over(codebase)).orElseGet(() -> new Hierarchy(codebase));
    this.classifier =
        alike
            .map(last -> last.classifier.over(hierarchy, last.codebase, codebase))
            .orElseGet(() -> new Classifier(hierarchy));
    this.index =
        before
            .map(last -> new ProfileIndex(codebase, last.index, changes.get()))
            .orElseGet(() -> new ProfileIndex(codebase));
    if (alike.isEmpty()) {
      before.ifPresent(last -> takeOver(last, changes.get()));
    }
    this.earlier =
        before.flatMap(
            last ->
                last.couples.map(
                    known -> new Earlier(last.index, index, last.hierarchy, known, changes.get())));
    this.earlierUsages = before.map(last -> last.usages).orElse(Map.of());
    this.changes = changes;
    this.judges =
        Judges.of(
            codebase,
            index,
            hierarchy,
            classifier,
            alike
                .map(last -> last.judges.shims().over(hierarchy, last.codebase, codebase))
                .orElseGet(() -> new Shims(hierarchy)),
            before
                .filter(last -> changes.get().keepPackages())
                .map(last -> last.judges.verdicts().next(steady(last.codebase, changes.get())))
                .orElseGet(Verdicts::none));
  }

  /** What an earlier run found out of a codebase, to go on from. */
  Rivalry(KeptRivals kept) {
    this.codebase = kept.codebase();
    this.mentions = new Mentions();
    this.hierarchy = kept.hierarchy();
    this.classifier = kept.classifier();
    this.index = kept.index();
    this.couples = Optional.of(kept.couples());
    this.usages.putAll(kept.usages());
    this.earlier = Optional.empty();
    this.earlierUsages = Map.of();
    this.changes = Optional.empty();
    this.judges =
        Judges.of(codebase, index, hierarchy, classifier, new Shims(hierarchy), kept.verdicts());
  }

  /** What another run can go on from, if discovery has looked at the codebase. */
  Optional<KeptRivals> kept() {
    return couples.map(
        known ->
            new KeptRivals(
                codebase, hierarchy, classifier, index, known, usages, judges.verdicts()));
  }

  /** Takes over what is known of types whose files and super-types are what they were. */
  private void takeOver(Rivalry last, Changes since) {
    for (TypeEntry entry : codebase.types()) {
      TypeEntry was = last.index.withFactsOf(entry).orElse(null);
      if (was != null && since.keepNamesIn(entry.unit())) {
        last.hierarchy
            .known(was)
            .filter(since::keepParents)
            .ifPresent(
                known -> {
                  hierarchy.know(entry, known);
                  classifier.know(entry, last.classifier, was);
                });
      }
    }
  }

  /** Which types inherit from which. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** What another state of the same codebase says. */
  public Rivalry over(Codebase other) {
    return new Rivalry(other, Optional.of(this));
  }

  private Steady steady(Codebase last, Changes since) {
    return new Steady(index, hierarchy, since, last.types().size() == codebase.types().size());
  }

  /** What is different from the look before, until that is let go of. */
  public Optional<Changes> changes() {
    return changes;
  }

  /** The declared roles whose types were judged at this look. */
  Set<Role> rolesJudged() {
    return judges.verdicts().roles();
  }

  /** Lets go of the look before. */
  void forget() {
    judges.verdicts().forget();
    earlier = Optional.empty();
    earlierUsages = Map.of();
    changes = Optional.empty();
  }

  /** Who uses some types. */
  public UsageIndex usages(Collection<String> types) {
    return usages.computeIfAbsent(
        Set.copyOf(types),
        names ->
            changes
                .flatMap(since -> earlier(names).map(index -> index.over(codebase, names, since)))
                .orElseGet(() -> new UsageIndex(codebase, names)));
  }

  /** The uses at the look before of the same types, or of most of them. */
  private Optional<UsageIndex> earlier(Set<String> names) {
    UsageIndex same = earlierUsages.get(names);
    return same != null
        ? Optional.of(same)
        : earlierUsages.values().stream()
            .max(Comparator.comparingInt(index -> index.inCommon(names)))
            .filter(index -> 2 * index.inCommon(names) > names.size());
  }

  private RoleSearch search(Role role) {
    return new RoleSearch(
        codebase,
        role,
        index,
        hierarchy,
        classifier,
        judges.shims(),
        judges.measure(),
        judges.model(),
        judges.reasons(),
        judges.constants(),
        judges.prospects(),
        judges.verdicts().opinions(role));
  }

  /**
   * What discovery found.
   *
   * @param looked number of types that were compared
   */
  public record Fragmentation(List<Evidence.Fragments> groups, int looked) {

    public Fragmentation {
      groups = List.copyOf(groups);
    }
  }

  /**
   * The parts that types play in each of several declared roles, for which all types are gone
   * through once.
   */
  public List<RoleCast> casts(List<Role> roles) {
    List<TypeEntry> canonicals =
        roles.stream()
            .flatMap(role -> codebase.type(role.canonical().value()).stream())
            .distinct()
            .toList();
    judges.prospects().prepare(canonicals);
    judges.model().prepare(canonicals);
    return roles.stream().map(this::cast).toList();
  }

  /** The parts that types play in a declared role. */
  public RoleCast cast(Role role) {
    RoleSearch.Outcome outcome = search(role).run();
    List<String> names = new ArrayList<>();
    names.add(role.canonical().value());
    names.addAll(outcome.shims());
    outcome.found().forEach(found -> names.add(found.entry().name()));
    UsageIndex usages = usages(names);
    Usages users = usages(usages, outcome.found().stream().map(RoleSearch.Found::entry).toList());
    List<RoleCast.Rival> rivals = new ArrayList<>();
    if (outcome.declarations().isEmpty()) {
      outcome.found().forEach(found -> rivals.addAll(withoutCode(role, found, usages, users)));
    } else {
      TypeEntry canonical = outcome.declarations().get(0);
      Comparisons comparisons = comparisons(users);
      outcome.found().forEach(found -> rivals.add(withCode(canonical, found, comparisons)));
    }
    return new RoleCast(
        role,
        outcome.declarations(),
        rivals,
        outcome.shims(),
        usages,
        outcome.looked(),
        outcome.unmatched());
  }

  private static RoleCast.Rival withCode(
      TypeEntry canonical, RoleSearch.Found found, Comparisons comparisons) {
    return new RoleCast.Rival(found.entry(), comparisons.compare(canonical, found));
  }

  private Usages usages(UsageIndex index, List<TypeEntry> rivals) {
    Set<String> names = new TreeSet<>();
    rivals.forEach(rival -> names.add(rival.name()));
    return new Usages(codebase, index, names);
  }

  private Comparisons comparisons(Usages usages) {
    return new Comparisons(index, judges.measure(), usages);
  }

  /**
   * The comparison with a canonical whose code is in a library: only the policy speaks, and the
   * place of the canonical is where the codebase first reaches it. Without such a place there is
   * none.
   */
  private static List<RoleCast.Rival> withoutCode(
      Role role, RoleSearch.Found found, UsageIndex usages, Usages users) {
    TypeEntry rival = found.entry();
    String canonical = role.canonical().value();
    int confidence = found.confidence();
    List<MemberRef> members =
        rival.type().methods().stream()
            .filter(method -> !method.isConstructor())
            .map(method -> new MemberRef(method.signature(), method.region()))
            .toList();
    SharedTraits shared =
        new SharedTraits(
            List.of(new ChannelStrength(Channel.POLICY, confidence, found.policy())),
            List.of(),
            List.of(),
            List.of(),
            members);
    return usages.of(canonical).stream()
        .limit(1)
        .map(use -> new TypeRef(canonical, use.location()))
        .map(
            ref ->
                new Comparison(
                    ref,
                    rival.ref(),
                    Verdict.REIMPLEMENTATION,
                    confidence,
                    shared,
                    users.of(canonical, rival.name())))
        .map(comparison -> new RoleCast.Rival(rival, comparison))
        .toList();
  }

  /** The given roles, and those that nobody declared, each with the types that are near it. */
  public List<RoleEntry> inventory(List<Role> declared) {
    Inventories inventories = new Inventories(codebase, this);
    List<RoleEntry> roles = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (Role role : declared) {
      RoleEntry entry = inventories.declared(role);
      roles.add(entry);
      known.add(entry.canonical());
      entry.members().forEach(member -> known.add(member.type().name()));
    }
    fragments(known).groups().forEach(group -> roles.add(inventories.discovered(group)));
    return roles;
  }

  /** What a type is by itself, a clause. */
  public String nature(TypeEntry type) {
    return classifier.classify(type).reason();
  }

  /** The part that a type plays in a declared role. */
  public Dismissal.RoleStanding standing(TypeEntry type, Role role) {
    String canonical = role.canonical().value();
    RoleSearch search = search(role);
    return codebase.declarations(canonical).stream()
        .findFirst()
        .map(
            own ->
                new Standings(hierarchy, classifier, judges.shims())
                    .of(type, own, search.opinion(type, own)))
        .map(
            seen ->
                new Dismissal.RoleStanding(role.id(), canonical, seen.standing(), seen.reason()))
        .orElseGet(
            () ->
                new Dismissal.RoleStanding(
                    role.id(),
                    canonical,
                    Standing.UNRELATED,
                    "the canonical is a library's, its code is not at hand"));
  }

  /**
   * What decides whether a type does the job of a canonical, by name and always in the same order.
   * For those who fit the weights.
   */
  public Map<String, Double> features(TypeEntry canonical, TypeEntry entry) {
    return judges
        .features()
        .of(canonical, entry, judges.measure().between(index.of(canonical), index.of(entry)));
  }

  /** The types that are asked about for a canonical, the likest first. */
  public List<TypeEntry> candidates(TypeEntry canonical) {
    return judges.affinity().nearest(canonical, JobModel.NEAR).stream()
        .map(Affinity.Ranked::entry)
        .toList();
  }

  /** The types that are most like a given one, the likest first. */
  public List<Neighbour> similar(TypeEntry type, int limit) {
    Standings standings = new Standings(hierarchy, classifier, judges.shims());
    RoleSearch search = search(Role.of(type.name()));
    List<Neighbour> neighbours = new ArrayList<>();
    for (Affinity.Ranked ranked : ranked(type, limit)) {
      TypeEntry other = ranked.entry();
      Standings.Seen seen = standings.of(other, type, search.opinion(other, type));
      String verdict =
          seen.standing() == Standing.RIVAL ? verdict(type, other) : seen.standing().label();
      neighbours.add(
          new Neighbour(
              other.ref(), 100 * ranked.score(), seen.standing(), verdict, seen.reason()));
    }
    return neighbours;
  }

  /** By affinity both ways, and by how probable it is that a type does the job of the other. */
  private List<Affinity.Ranked> ranked(TypeEntry type, int limit) {
    return judges.affinity().nearest(type, Math.max(limit, JobModel.NEAR)).stream()
        .map(near -> new Affinity.Ranked(near.entry(), blended(type, near)))
        .sorted(Comparator.comparingDouble(near -> -near.score()))
        .limit(limit)
        .toList();
  }

  private double blended(TypeEntry type, Affinity.Ranked near) {
    Likeness likeness = judges.measure().between(index.of(type), index.of(near.entry()));
    boolean sameUse = !Naming.haveOtherNumbers(type.name(), near.entry().name());
    double probable = sameUse ? judges.model().percent(type, near.entry(), likeness) / 100.0 : 0;
    double reverse = judges.affinity().score(near.entry(), type);
    return (near.score() + SHARE_OF_MODEL * probable + SHARE_OF_REVERSE * reverse)
        / (1 + SHARE_OF_MODEL + SHARE_OF_REVERSE);
  }

  private String verdict(TypeEntry type, TypeEntry other) {
    Likeness likeness = judges.measure().between(index.of(type), index.of(other));
    return Comparisons.verdict(type.type(), other.type(), likeness).label();
  }

  /**
   * The groups of types that are rivals of each other, apart from those in {@code known}.
   *
   * @param known qualified names of types that declared roles account for
   */
  public Fragmentation fragments(Set<String> known) {
    Discovery discovery =
        new Discovery(
            codebase,
            index,
            hierarchy,
            classifier,
            judges.shims(),
            judges.measure(),
            judges.reasons(),
            this::usages);
    Discovery.Outcome found = discovery.run(earlier);
    couples = Optional.of(found.couples());
    List<Pair> pairs =
        found.pairs().stream()
            .filter(
                pair -> !known.contains(pair.one().name()) || !known.contains(pair.other().name()))
            .toList();
    UsageIndex usages = found.usages();
    Comparisons comparisons = comparisons(new Usages(codebase, usages, Set.of()));
    WholeCopies copies = new WholeCopies(pairs, discovery.packages(), usages);
    List<Evidence.Fragments> groups = new ArrayList<>(copies.groups(comparisons));
    for (Cluster cluster : new Clustering(copies.others(), usages).clusters()) {
      groups.add(
          new Evidence.Fragments(
              commonWords(cluster),
              cluster.rivals().size() + 1,
              cluster.canonical().ref(),
              cluster.reason(),
              cluster.rivals().stream()
                  .map(
                      rival ->
                          comparisons.compare(rival.nearest(), rival.entry(), rival.confidence()))
                  .toList()));
    }
    return new Fragmentation(groups, discovery.looked());
  }

  private static List<String> commonWords(Cluster cluster) {
    List<String> words = new ArrayList<>(Words.split(cluster.canonical().type().simpleName()));
    cluster
        .rivals()
        .forEach(rival -> words.retainAll(Words.split(rival.entry().type().simpleName())));
    return words;
  }
}
