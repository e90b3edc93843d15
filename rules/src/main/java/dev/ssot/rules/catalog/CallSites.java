package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.CallSite;
import dev.ssot.rules.model.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of the calls of a type whether they would bind to another one. */
public final class CallSites {

  /** What every object has; a call of it binds to any type. */
  static final Set<String> OF_OBJECT =
      Set.of("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait");

  private final Case facts;
  private final Codebase codebase;
  private final Hierarchy hierarchy;

  public CallSites(Case facts) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.hierarchy = facts.hierarchy();
  }

  /** The calls in some files of a type that is to be replaced by another, in their order. */
  public List<CallSite> of(TypeEntry from, TypeEntry to, Collection<SourceUnit> users) {
    Set<String> members = new HashSet<>();
    from.type().methods().forEach(method -> members.add(method.name()));
    members.removeAll(OF_OBJECT);
    List<CallFact> calls = facts.closer().calls(users, Set.of(from.name()), members);
    Contracts contracts = new Contracts(codebase, hierarchy, facts.closer(), List.of(from, to));
    return binding(contracts, from, to)
        .map(binding -> of(from, Part.RIVAL, binding, calls, Set.copyOf(users)))
        .orElseGet(
            () -> calls.stream().map(call -> site(call, Binding.Outcome.unknown())).toList());
  }

  Optional<Binding> binding(Contracts contracts, TypeEntry from, TypeEntry to) {
    return contracts
        .of(from)
        .flatMap(
            one ->
                contracts
                    .of(to)
                    .map(other -> new Binding(one, other, new Assignability(codebase, hierarchy))));
  }

  /** What would become of each call of a type, and of each that may be one. */
  List<CallSite> of(
      TypeEntry entry, Part part, Binding binding, List<CallFact> calls, Set<SourceUnit> users) {
    List<CallSite> sites = new ArrayList<>();
    for (CallFact call : calls) {
      if (call.receiver().isEmpty()) {
        if (mayBeOf(entry, call, users)) {
          sites.add(site(call, Binding.Outcome.unknown()));
        }
      } else if (isJudged(entry, part, call)) {
        sites.add(site(call, binding.bind(call, packageOf(call))));
      }
    }
    return sites;
  }

  private static CallSite site(CallFact call, Binding.Outcome outcome) {
    CallSite.Answer answer =
        switch (outcome.answer()) {
          case YES -> CallSite.Answer.BINDS;
          case NO -> CallSite.Answer.BREAKS;
          case UNKNOWN -> CallSite.Answer.UNKNOWN;
        };
    return new CallSite(
        call.location(),
        call.caller(),
        outcome.member().isEmpty() ? call.member() : outcome.member(),
        answer,
        outcome.breach(),
        outcome.words());
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
    return facts.unit(call.location().path()).map(SourceUnit::packageName).orElse("");
  }
}
