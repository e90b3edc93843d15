package dev.ssot.rules.fix;

import dev.ssot.rules.catalog.CallSites;
import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.CallSite;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RolePlan;
import dev.ssot.rules.model.RolePlan.Leaving;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out how a role can be consolidated: which types go, and what becomes of their callers. */
public final class RolePlans {

  private final Case facts;
  private final Codebase codebase;
  private final Rewriting rewriting;

  public RolePlans(Case facts, Rewriting rewriting) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.rewriting = rewriting;
  }

  /**
   * The plan of a role whose canonical is in the codebase.
   *
   * @param asked qualified names of types of which it matters whether they are still there
   * @throws IllegalArgumentException if it is in a library
   */
  public RolePlan plan(RoleCast cast, Set<String> asked, List<Problem> problems) {
    TypeEntry canonical =
        cast.canonical()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The canonical %s is in a library"
                            .formatted(cast.role().canonical().value())));
    List<Leaving> leaving = new ArrayList<>();
    types(cast, canonical)
        .forEach((name, part) -> leaving.add(leaving(type(name), part, canonical)));
    return new RolePlan(
        cast.role().id(),
        cast.role().title(),
        canonical.ref(),
        traces(canonical).stream().anyMatch(trace -> isTest(trace.unit())),
        leaving,
        asked.stream().filter(codebase::hasType).collect(Collectors.toSet()),
        problems);
  }

  private TypeEntry type(String name) {
    return codebase.type(name).orElseThrow();
  }

  /** The types that go: what the role forbids by name, its rivals and its shims. */
  private Map<String, String> types(RoleCast cast, TypeEntry canonical) {
    Map<String, String> types = new TreeMap<>();
    forbidden(cast.role()).forEach(name -> types.put(name, "forbidden by the policy"));
    cast.shims().stream()
        .filter(codebase::hasType)
        .filter(name -> !facts.hierarchy().related(type(name), canonical))
        .forEach(name -> types.put(name, Part.SHIM.words()));
    cast.rivals().forEach(rival -> types.put(rival.entry().name(), Part.RIVAL.words()));
    types.remove(canonical.name());
    return types;
  }

  private Set<String> forbidden(Role role) {
    Set<String> names = new TreeSet<>();
    role.forbidden().stream()
        .map(path -> path.pattern())
        .filter(pattern -> pattern.kind() == AccessPattern.Kind.TYPE)
        .map(AccessPattern::name)
        .filter(codebase::hasType)
        .forEach(names::add);
    return names;
  }

  private static boolean isTest(SourceUnit unit) {
    return unit.kind() == SourceKind.TEST;
  }

  /** How files other than its own use a type. */
  private List<TypeTrace> traces(TypeEntry type) {
    Set<String> naming =
        rewriting.identifiers(codebase.units(), Set.of(type.type().simpleName())).keySet();
    List<SourceUnit> units =
        codebase.units().stream()
            .filter(unit -> naming.contains(unit.path()))
            .filter(unit -> !unit.path().equals(type.unit().path()))
            .toList();
    return rewriting.traces(units, Set.of(type.name()));
  }

  private Leaving leaving(TypeEntry type, String part, TypeEntry canonical) {
    List<TypeTrace> traces = traces(type);
    List<SourceUnit> users = traces.stream().map(TypeTrace::unit).toList();
    List<CallSite> sites = new CallSites(facts).of(type, canonical, users);
    Set<String> breaking = new TreeSet<>();
    sites.stream()
        .filter(site -> site.answer() != CallSite.Answer.BINDS)
        .forEach(site -> breaking.add(name(site)));
    return new Leaving(
        type.ref(),
        part,
        users.stream().map(RolePlans::ref).distinct().sorted().toList(),
        sites,
        untested(sites, users),
        rewriting.adapter(type, canonical, breaking));
  }

  private static TypeRef ref(SourceUnit unit) {
    Location location =
        new Location(
            unit.path(),
            unit.types().isEmpty() ? Region.start() : unit.types().get(0).declaration().name());
    return new TypeRef(unit.firstType(), location);
  }

  private static String name(CallSite site) {
    int end = site.member().indexOf('(');
    return end < 0 ? site.member() : site.member().substring(0, end);
  }

  /** What production code calls and no test that uses the type does. */
  private static List<String> untested(List<CallSite> sites, List<SourceUnit> users) {
    Set<String> tests = new TreeSet<>();
    users.stream().filter(RolePlans::isTest).forEach(unit -> tests.add(unit.path()));
    Set<String> called = new TreeSet<>();
    Set<String> tested = new TreeSet<>();
    for (CallSite site : sites) {
      (tests.contains(site.location().path()) ? tested : called).add(name(site));
    }
    called.removeAll(tested);
    return List.copyOf(called);
  }
}
