package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What test code does with the types that must be real there.
 *
 * <p>Only those of its files are read again that name such a type or an heir of one, or a type that
 * may be given a lambda in place of one, and those whose types inherit from types of such files.
 * Where the policy asks for nothing, none is.
 */
final class TestSurvey {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final List<Role> roles;
  private final List<TestOutline> outlines;
  private final int files;

  private TestSurvey(Case facts, List<Role> roles, int files, List<TestOutline> outlines) {
    this.codebase = facts.codebase();
    this.hierarchy = facts.hierarchy();
    this.roles = roles;
    this.files = files;
    this.outlines = outlines;
  }

  static TestSurvey of(Case facts) {
    List<Role> roles =
        facts.policy().roles().stream().filter(role -> role.paths().real().areAsked()).toList();
    if (roles.isEmpty()) {
      return new TestSurvey(facts, roles, 0, List.of());
    }
    Set<String> watched =
        roles.stream().flatMap(role -> watched(role).stream()).collect(Collectors.toSet());
    Set<String> heirs = heirs(facts, watched);
    Set<SourceUnit> units = units(facts, watched, heirs);
    return new TestSurvey(facts, roles, units.size(), facts.closer().tests(units, watched, heirs));
  }

  /** What must be real in the tests of a role. */
  static Set<String> watched(Role role) {
    Set<String> watched = new TreeSet<>(Set.of(role.canonical().value()));
    role.paths().real().types().stream().map(PolicyText::value).forEach(watched::add);
    return watched;
  }

  private static Set<String> heirs(Case facts, Set<String> watched) {
    return facts.codebase().types().stream()
        .filter(entry -> !entry.type().declaration().supertypes().isEmpty())
        .filter(entry -> facts.hierarchy().ancestors(entry).stream().anyMatch(watched::contains))
        .map(TypeEntry::name)
        .collect(Collectors.toSet());
  }

  /** The files of test code that may use one of the types, in the order of paths. */
  private static Set<SourceUnit> units(Case facts, Set<String> watched, Set<String> heirs) {
    Set<String> noted = new HashSet<>(watched);
    noted.addAll(heirs);
    noted.addAll(takers(facts, noted));
    UsageIndex usages = new UsageIndex(facts.codebase(), noted);
    Set<String> paths = new HashSet<>();
    noted.forEach(name -> usages.of(name).forEach(use -> paths.add(use.location().path())));
    heirs.forEach(name -> declarations(facts, name).forEach(e -> paths.add(e.unit().path())));
    Set<String> bases =
        facts.codebase().units().stream()
            .filter(unit -> paths.contains(unit.path()) && unit.kind() == SourceKind.TEST)
            .flatMap(unit -> unit.types().stream())
            .map(type -> type.qualifiedName())
            .collect(Collectors.toSet());
    for (TypeEntry entry : facts.codebase().types()) {
      boolean test = entry.unit().kind() == SourceKind.TEST;
      if (test && facts.hierarchy().ancestors(entry).stream().anyMatch(bases::contains)) {
        paths.add(entry.unit().path());
      }
    }
    TestSupport support = new TestSupport(facts.codebase());
    return facts.codebase().units().stream()
        .filter(unit -> paths.contains(unit.path()) && support.isTest(unit))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The types with a method or constructor that a lambda can be given to in place of a type. */
  private static Set<String> takers(Case facts, Set<String> types) {
    Set<String> contracts =
        types.stream()
            .flatMap(name -> declarations(facts, name))
            .filter(entry -> entry.type().kind() == TypeKind.INTERFACE)
            .map(entry -> entry.type().simpleName())
            .collect(Collectors.toSet());
    return contracts.isEmpty()
        ? Set.of()
        : facts.codebase().types().stream()
            .filter(
                entry ->
                    entry.type().methods().stream()
                        .flatMap(method -> method.parameters().stream())
                        .anyMatch(contracts::contains))
            .map(TypeEntry::name)
            .collect(Collectors.toSet());
  }

  private static Stream<TypeEntry> declarations(Case facts, String name) {
    return facts.codebase().declarations(name).stream();
  }

  /** Number of files that were read again. */
  int files() {
    return files;
  }

  /** The roles that must be real in tests, in the order of the policy. */
  List<Role> roles() {
    return roles;
  }

  /** The types of the files, in the order of places. */
  List<TestOutline> outlines() {
    return List.copyOf(outlines);
  }

  /** The tests of each role. */
  List<RoleTests> roleTests() {
    List<RoleTests> tests = new ArrayList<>();
    for (Role role : roles) {
      RoleUses uses = new RoleUses(role, codebase, hierarchy, outlines);
      tests.add(new RoleTests(role.id(), role.canonical().value(), uses.tests()));
    }
    return tests;
  }
}
