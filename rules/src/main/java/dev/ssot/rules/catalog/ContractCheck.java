package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.BrokenCall;
import dev.ssot.rules.model.CallSite;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the callers of a role's rivals, shims and namesakes against its canonical. */
final class ContractCheck {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Case facts;
  private final RoleCast cast;
  private final CallSites callSites;

  ContractCheck(Case facts, RoleCast cast) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.hierarchy = facts.hierarchy();
    this.cast = cast;
    this.callSites = new CallSites(facts);
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
    Map<TypeEntry, Part> candidates = new Candidates(facts, cast).all(canonical);
    if (candidates.isEmpty()) {
      return List.of();
    }
    UsageIndex usages = facts.usages(candidates.keySet().stream().map(TypeEntry::name).toList());
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
      facts
          .unit(use.location().path())
          .filter(unit -> !unit.path().equals(entry.unit().path()))
          .ifPresent(users::add);
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
    members.removeAll(CallSites.OF_OBJECT);
    List<CallFact> calls = facts.closer().calls(files.values(), watched, members);
    List<TypeEntry> types = new ArrayList<>(candidates.keySet());
    types.add(canonical);
    Contracts contracts = new Contracts(codebase, hierarchy, facts.closer(), types);
    List<Verdict> verdicts = new ArrayList<>();
    candidates.forEach(
        (entry, part) ->
            callSites
                .binding(contracts, entry, canonical)
                .map(
                    binding ->
                        verdict(entry, part, binding, calls, users.getOrDefault(entry, Set.of())))
                .ifPresent(verdicts::add));
    return verdicts;
  }

  private Verdict verdict(
      TypeEntry entry, Part part, Binding binding, List<CallFact> calls, Set<SourceUnit> users) {
    List<CallSite> judged = callSites.of(entry, part, binding, calls, users);
    List<BrokenCall> broken = new ArrayList<>();
    for (CallSite site : judged) {
      site.breach()
          .ifPresent(
              breach ->
                  broken.add(
                      new BrokenCall(
                          site.location(), site.caller(), site.member(), breach, site.words())));
    }
    return new Verdict(
        entry,
        part,
        broken,
        count(judged, CallSite.Answer.BINDS),
        count(judged, CallSite.Answer.UNKNOWN));
  }

  private static int count(List<CallSite> sites, CallSite.Answer answer) {
    return (int) sites.stream().filter(site -> site.answer() == answer).count();
  }
}
