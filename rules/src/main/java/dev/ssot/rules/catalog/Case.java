package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Later;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.rivals.Changes;
import dev.ssot.rules.rivals.Rivalry;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import dev.ssot.rules.values.ConstantIndex;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one scan judge: the codebase, the policy, and what both say together.
 *
 * <p>What several rules need is computed once, when the first of them asks. Not safe for concurrent
 * use, but for what rules ask of it that are judged apart, after {@link #prepareApart}.
 */
public final class Case {

  private final Codebase codebase;
  private final Policy policy;
  private final Set<String> matchedPatterns;
  private final Set<String> unseenFiles;
  private final CloserLook closer;
  private final LocalDate today;
  private CaseMemory memory = new CaseMemory();
  private @Nullable Map<String, SourceUnit> units;
  private @Nullable Rivalry rivalry;
  private @Nullable Hierarchy hierarchy;
  private final Later<List<RoleCast>> casts = Later.by(this::castAll);
  private @Nullable Judgement accesses;
  private @Nullable ConstantIndex constants;
  private @Nullable List<KnownShim> shims;
  private @Nullable UsageIndex shimUsages;
  private @Nullable TestSurvey testSurvey;
  private Acceptance acceptance = Acceptance.nothing();
  private @Nullable Codebase before;
  private Bytecode bytecode = Bytecode.none();
  private final Later<ClassPlaces> places = Later.by(this::findPlaces);

  /**
   * A case.
   *
   * @param matchedPatterns the path patterns of the policy that matched a file
   * @param unseenFiles paths of files that are there and of which not all is in the codebase
   * @param closer reads single files again
   * @param today the day on which the scan takes place
   */
  public Case(
      Codebase codebase,
      Policy policy,
      Set<String> matchedPatterns,
      Set<String> unseenFiles,
      CloserLook closer,
      LocalDate today) {
    this.codebase = codebase;
    this.policy = policy;
    this.matchedPatterns = Set.copyOf(matchedPatterns);
    this.unseenFiles = Set.copyOf(unseenFiles);
    this.closer = closer;
    this.today = today;
  }

  /** The same case, whose codebase has been looked through for rivals already. */
  public Case with(Rivalry known) {
    rivalry = known;
    return this;
  }

  /** The same case, with what is remembered of the codebase as it was at an earlier look. */
  public Case with(CaseMemory remembered) {
    memory = remembered;
    return this;
  }

  /** The same question of other code, with nothing computed yet. */
  Case over(Codebase other) {
    return new Case(other, policy, matchedPatterns, unseenFiles, closer, today);
  }

  public Codebase codebase() {
    return codebase;
  }

  public Policy policy() {
    return policy;
  }

  /** The path patterns of the policy that matched a file. */
  public Set<String> matchedPatterns() {
    return matchedPatterns;
  }

  /** Whether a type seems to stand in a file that was excluded, not read or not understood. */
  boolean isUnseen(String qualifiedName) {
    String file = qualifiedName.replace('.', '/') + ".java";
    return unseenFiles.stream().anyMatch(path -> ("/" + path).endsWith("/" + file));
  }

  /** Adds what class files show; without it a case has none. */
  public Case with(Bytecode shown) {
    bytecode = shown;
    return this;
  }

  /** What class files show. */
  Bytecode bytecode() {
    return bytecode;
  }

  /** Where that stands in the sources. */
  ClassPlaces places() {
    return places.get();
  }

  private ClassPlaces findPlaces() {
    return new ClassPlaces(codebase, bytecode.files(), closer(), this::isUnseen);
  }

  /** Adds what triage came to; rules that judge it run afterwards. */
  public void triaged(Acceptance result) {
    acceptance = result;
  }

  /** What triage came to. */
  Acceptance acceptance() {
    return acceptance;
  }

  /** Adds what the code was before a change; rules that compare run afterwards. */
  public void comparedWith(Codebase earlier) {
    before = earlier;
  }

  /** What the code was before a change, if there is anything to compare it with. */
  Optional<Codebase> before() {
    return Optional.ofNullable(before);
  }

  /** The shims with their users, in the order of their places. */
  public List<ShimUse> shimUses() {
    return shims().stream().map(shim -> ShimFinding.of(this, shim).use()).toList();
  }

  /** The file with a path, if the codebase has it. */
  Optional<SourceUnit> unit(String path) {
    Map<String, SourceUnit> known = units;
    if (known == null) {
      known = new HashMap<>();
      for (SourceUnit unit : codebase.units()) {
        known.put(unit.path(), unit);
      }
      units = known;
    }
    return Optional.ofNullable(known.get(path));
  }

  /** The access paths that the policy may have something to say of. */
  KnownAccesses.Found accesses(Accesses paths, Predicate<Access> isTelling) {
    return memory.accesses().of(this, paths, isTelling);
  }

  /** What is different from the look before, if there was one and roles ask for its rivals. */
  Optional<Changes> changes() {
    return policy.roles().isEmpty() ? Optional.empty() : rivalry().changes();
  }

  /** Reads single files again, for what the facts do not hold. */
  CloserLook closer() {
    return memory.readings().of(codebase, closer, this::changes);
  }

  /** The day on which the scan takes place. */
  LocalDate today() {
    return today;
  }

  /** The shims of the codebase, in the order of their places. */
  List<KnownShim> shims() {
    if (shims == null) {
      shims = KnownShims.of(this);
    }
    return shims;
  }

  /** Who uses the shims. */
  UsageIndex shimUsages() {
    if (shimUsages == null) {
      List<String> names = shims().stream().map(shim -> shim.entry().name()).toList();
      shimUsages = usages(names);
    }
    return shimUsages;
  }

  /** What tests do with what must be real there. */
  TestSurvey testSurvey() {
    if (testSurvey == null) {
      testSurvey = TestSurvey.of(this);
    }
    return testSurvey;
  }

  /** The tests of the roles that must be real in tests, in the order of the policy. */
  public List<RoleTests> roleTests() {
    return testSurvey().roleTests();
  }

  /** Qualified names of shims that are past their end date or have none. */
  public Set<String> lapsedShims() {
    Set<String> names = new TreeSet<>();
    shims().stream()
        .filter(shim -> !shim.isInTime(today))
        .forEach(shim -> names.add(shim.entry().name()));
    return names;
  }

  /** Where a canonical is declared, for a finding to point at; nothing if it is elsewhere. */
  List<Related> canonicalPlace(String use) {
    return canonicalPlace(use, codebase);
  }

  static List<Related> canonicalPlace(String use, Codebase codebase) {
    String type = use.contains("#") ? use.substring(0, use.indexOf('#')) : use;
    return codebase
        .type(type)
        .map(TypeEntry::ref)
        .map(ref -> List.of(new Related("canonical", ref.name(), ref.declaration())))
        .orElse(List.of());
  }

  /** Which types inherit from which. */
  public Hierarchy hierarchy() {
    if (hierarchy == null) {
      hierarchy = policy.roles().isEmpty() ? new Hierarchy(codebase) : rivalry().hierarchy();
    }
    return hierarchy;
  }

  /** What the codebase says of rivals. */
  public Rivalry rivalry() {
    if (rivalry == null) {
      rivalry = memory.rivals().of(codebase);
    }
    return rivalry;
  }

  /** Who uses some types, by qualified name. */
  UsageIndex usages(Collection<String> types) {
    return types.isEmpty() || policy.roles().isEmpty()
        ? new UsageIndex(codebase, types)
        : rivalry().usages(types);
  }

  /** The imports of types of project packages, those of each file together. */
  List<List<ProjectImports.Named>> projectImports() {
    return memory.imports().of(codebase);
  }

  /** The casts of the declared roles, in the order of the policy. */
  public List<RoleCast> casts() {
    return casts.get();
  }

  private List<RoleCast> castAll() {
    return rivalry().casts(policy.roles());
  }

  /**
   * Prepares what rules ask that are judged apart. The first that others ask of the case, while
   * those are judged, are the casts, if there are any: they may be computed for either.
   */
  public void prepareApart() {
    places();
  }

  /** The constants of the codebase; empty where the policy declares no role. */
  ConstantIndex constants() {
    if (constants == null) {
      constants = new ConstantIndex(codebase, hierarchy());
    }
    return constants;
  }

  /** What is to be said of the access paths. */
  Judgement accesses() {
    if (accesses == null) {
      accesses = ForbiddenImport.examine(this);
    }
    return accesses;
  }

  /** The findings on access paths, also where their rule is not asked for: scores need them. */
  public List<Finding> accessFindings() {
    return accesses().findings();
  }

  /** Types that declared roles account for: canonicals, rivals and shims. */
  Set<String> accountedFor() {
    Set<String> names = new TreeSet<>();
    for (RoleCast cast : casts()) {
      names.add(cast.role().canonical().value());
      names.addAll(cast.shims());
      cast.rivals().forEach(rival -> names.add(rival.entry().name()));
    }
    return names;
  }
}
