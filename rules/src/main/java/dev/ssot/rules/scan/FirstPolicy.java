package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.CandidateRole;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.ProposedRole;
import dev.ssot.rules.model.RealTypes;
import dev.ssot.rules.model.ReservedCalls;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RolePaths;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.SourceLayout;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.rivals.Rivalry;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a codebase suggests for its first policy.
 *
 * <p>The sources are read once; candidates, the roles made of them and the score by a policy are
 * all told from the same facts. Not safe for concurrent use.
 */
public final class FirstPolicy {

  private final ScanRequest request;
  private final Sources sources;
  private final Rivalry rivalry;
  private final List<CandidateRole> candidates;

  private FirstPolicy(ScanRequest request, Sources sources) {
    this.request = request;
    this.sources = sources;
    this.rivalry = new Rivalry(sources.codebase());
    this.candidates =
        new CandidateRoles(sources.codebase()).of(rivalry.fragments(Set.of()).groups());
  }

  /**
   * Reads the sources.
   *
   * @throws ScanRefusal if there are none
   */
  public static FirstPolicy read(ScanRequest request, ScanListener listener) {
    return new FirstPolicy(request, Reading.of(request, Wanted.ranking(), listener));
  }

  /** The roles that have several types today: sure ones first, then the largest. */
  public List<CandidateRole> candidates() {
    return candidates;
  }

  /** Where the sources lie. */
  public SourceLayout layout() {
    return SourceLayouts.of(sources.codebase());
  }

  public FileCounts files() {
    return sources.counts();
  }

  /** Number of types, nested ones included. */
  public int types() {
    return sources.codebase().types().size();
  }

  /** What was not read or not understood. */
  public List<Problem> problems() {
    return sources.problems();
  }

  /**
   * The role that a candidate makes with one of its types as the canonical.
   *
   * @param canonical qualified name of one of {@link CandidateRole#types()}
   */
  public ProposedRole role(CandidateRole candidate, String canonical) {
    RoleCast cast = rivalry.cast(Role.of(canonical));
    Set<String> unwanted = new TreeSet<>();
    candidate.types().forEach(type -> unwanted.add(type.name()));
    List<Comparison> rivals = new ArrayList<>();
    List<Comparison> others = new ArrayList<>();
    for (RoleCast.Rival rival : cast.rivals()) {
      boolean meant = unwanted.contains(rival.entry().name());
      (meant ? rivals : others).add(rival.comparison());
    }
    Comparator<Comparison> likest =
        Comparator.comparingInt((Comparison one) -> -one.confidence())
            .thenComparing(Comparison::rival);
    rivals.sort(likest);
    others.sort(likest);
    boolean proposed = canonical.equals(candidate.types().get(0).name());
    return new ProposedRole(
        candidate.id(),
        canonical,
        proposed ? candidate.reason() : "it was chosen",
        rivals,
        others,
        namesakes(canonical, cast),
        tests(canonical));
  }

  /** The tests of a type that a policy would want real in all of them. */
  private Tally tests(String canonical) {
    Role plain = Role.of(canonical);
    RealTypes real = new RealTypes("as a first policy may want it", List.of(), List.of());
    Role role =
        new Role(
            plain.id(),
            plain.title(),
            plain.canonical(),
            plain.recognition(),
            plain.values(),
            plain.bystanders(),
            new RolePaths(List.of(), ReservedCalls.none(), real));
    return Reading.facts(request, sources, Policy.none().with(List.of(role))).roleTests().stream()
        .map(RoleTests::share)
        .reduce(new Tally(0, 0), Tally::plus);
  }

  /**
   * The score by a policy of the same sources.
   *
   * <p>It depends on no rule that is asked for and on no baseline.
   */
  public Compliance compliance(Policy policy) {
    return new Scoring(Reading.facts(request, sources, policy).with(rivalry)).compliance();
  }

  private List<String> namesakes(String canonical, RoleCast cast) {
    Set<String> names = new TreeSet<>();
    sources.codebase().withSimpleName(DottedNames.last(canonical)).stream()
        .map(TypeEntry::name)
        .forEach(names::add);
    names.remove(canonical);
    names.removeAll(cast.shims());
    cast.rivals().forEach(rival -> names.remove(rival.entry().name()));
    return List.copyOf(names);
  }
}
