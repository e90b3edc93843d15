package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.Assignability.Answer;
import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Holds the callers of a role's rivals, shims and namesakes against its canonical. */
final class ContractCheck {

  /** What every object has; a call of it binds to any type. */
  private static final Set<String> OF_OBJECT =
      Set.of("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait");

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Case facts;
  private final RoleCast cast;
  private final Map<String, SourceUnit> units = new HashMap<>();

  ContractCheck(Case facts, RoleCast cast) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.hierarchy = facts.hierarchy();
    this.cast = cast;
    codebase.units().forEach(unit -> units.put(unit.path(), unit));
  }

  /**
   * What became of the callers of one type.
   *
   * @param broken the call sites that would not bind
   * @param bound number of those that would
   * @param unknown number of those of which nothing can be said
   */
  record Verdict(TypeEntry entry, Part part, List<BrokenCall> broken, int bound, int unknown) {

    /** Whether more breaks than the creation of instances, which any move has to rewrite. */
    boolean breaks() {
      String simpleName = entry.type().simpleName();
      return broken.stream().anyMatch(call -> !call.member().startsWith(simpleName + "("));
    }
  }

  /** A verdict on each type that has callers, in the order of the codebase. */
  List<Verdict> verdicts() {
    TypeEntry canonical = cast.canonical().orElse(null);
    if (canonical == null) {
      return List.of();
    }
    Map<TypeEntry, Part> candidates = new Candidates(codebase, hierarchy, cast).all(canonical);
    UsageIndex usages =
        new UsageIndex(codebase, candidates.keySet().stream().map(TypeEntry::name).toList());
    Map<TypeEntry, Set<SourceUnit>> users = new LinkedHashMap<>();
    candidates.keySet().forEach(entry -> users.put(entry, users(entry, usages)));
    candidates.keySet().removeIf(entry -> users.getOrDefault(entry, Set.of()).isEmpty());
    if (candidates.isEmpty()) {
      return List.of();
    }
    return judge(canonical, candidates, users);
  }

  /** The files that name a type, apart from its own. */
  private Set<SourceUnit> users(TypeEntry entry, UsageIndex usages) {
    Set<SourceUnit> users = new HashSet<>();
    for (UsageIndex.Use use : usages.of(entry.name())) {
      SourceUnit unit = units.get(use.location().path());
      if (unit != null && !unit.path().equals(entry.unit().path())) {
        users.add(unit);
      }
    }
    return users;
  }

  private List<Verdict> judge(
      TypeEntry canonical, Map<TypeEntry, Part> candidates, Map<TypeEntry, Set<SourceUnit>> users) {
    Map<String, SourceUnit> files = new TreeMap<>();
    Set<String> watched = new HashSet<>();
    Set<String> members = new HashSet<>();
    for (TypeEntry entry : candidates.keySet()) {
      watched.add(entry.name());
      entry.type().methods().forEach(method -> members.add(method.name()));
      users.getOrDefault(entry, Set.of()).forEach(unit -> files.put(unit.path(), unit));
    }
    members.removeAll(OF_OBJECT);
    List<CallFact> calls = facts.closer().calls(files.values(), watched, members);
    List<TypeEntry> types = new ArrayList<>(candidates.keySet());
    types.add(canonical);
    Contracts contracts = new Contracts(codebase, hierarchy, facts.closer(), types);
    List<Verdict> verdicts = new ArrayList<>();
    candidates.forEach(
        (entry, part) ->
            binding(contracts, entry, canonical)
                .map(
                    binding ->
                        verdict(entry, part, binding, calls, users.getOrDefault(entry, Set.of())))
                .ifPresent(verdicts::add));
    return verdicts;
  }

  private Optional<Binding> binding(Contracts contracts, TypeEntry from, TypeEntry to) {
    return contracts
        .of(from)
        .flatMap(
            one ->
                contracts
                    .of(to)
                    .map(other -> new Binding(one, other, new Assignability(codebase, hierarchy))));
  }

  private Verdict verdict(
      TypeEntry entry, Part part, Binding binding, List<CallFact> calls, Set<SourceUnit> users) {
    List<BrokenCall> broken = new ArrayList<>();
    int bound = 0;
    int unknown = 0;
    for (CallFact call : calls) {
      if (call.receiver().isEmpty()) {
        unknown += mayBeOf(entry, call, users) ? 1 : 0;
      } else if (isJudged(entry, part, call)) {
        Binding.Outcome outcome = binding.bind(call, packageOf(call));
        bound += outcome.answer() == Answer.YES ? 1 : 0;
        unknown += outcome.answer() == Answer.UNKNOWN ? 1 : 0;
        outcome
            .breach()
            .ifPresent(
                breach ->
                    broken.add(
                        new BrokenCall(
                            call.location(),
                            call.caller(),
                            outcome.member(),
                            breach,
                            outcome.words())));
      }
    }
    return new Verdict(entry, part, broken, bound, unknown);
  }

  /** Whoever creates a shim has the canonical at hand, and needs no other one. */
  private static boolean isJudged(TypeEntry entry, Part part, CallFact call) {
    boolean createsShim = part == Part.SHIM && call.kind() == Kind.CONSTRUCTOR;
    return call.receiver().equals(entry.name())
        && !createsShim
        && !OF_OBJECT.contains(call.member());
  }

  /** Whether a call on something unknown could be one on this type. */
  private boolean mayBeOf(TypeEntry entry, CallFact call, Set<SourceUnit> users) {
    boolean user = users.stream().anyMatch(unit -> unit.path().equals(call.location().path()));
    return user
        && entry.type().methods().stream()
            .filter(method -> method.name().equals(call.member()))
            .map(MethodFact::parameters)
            .anyMatch(parameters -> parameters.size() == call.arguments().size());
  }

  private String packageOf(CallFact call) {
    SourceUnit unit = units.get(call.location().path());
    return unit == null ? "" : unit.packageName();
  }
}
