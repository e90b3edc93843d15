package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.RoleMembers.Namesakes;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds test doubles of a role that stand in production code, and production code that reaches test
 * doubles that stand elsewhere.
 */
final class TestDoubleInProduction implements Rule {

  private static final String ID = "test-double-in-production";
  private static final String UNIT = "types that play a role";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("role", "test");
  }

  @Override
  public Judgement judge(Case facts) {
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun(UNIT, "the policy declares no role");
    }
    TestSupport support = new TestSupport(facts.codebase());
    Namesakes namesakes = new Namesakes(facts.codebase(), facts.casts());
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    for (RoleCast cast : facts.casts()) {
      Map<TypeEntry, Part> players = players(facts, cast, namesakes);
      looked += players.size();
      List<Candidate> doubles = doubles(facts, players);
      UsageIndex usages = facts.usages(doubles.stream().map(d -> d.entry().name()).toList());
      for (Candidate one : doubles) {
        judge(facts, cast, one, usages, support, findings);
      }
    }
    return Judgement.of(findings, looked, UNIT);
  }

  private record Candidate(TypeEntry entry, Part part, DoubleSigns signs) {}

  /** What plays the role but the canonical itself, also in test code. */
  private static Map<TypeEntry, Part> players(Case facts, RoleCast cast, Namesakes namesakes) {
    Map<TypeEntry, Part> players = new LinkedHashMap<>();
    for (RoleMember member :
        new RoleMembers(cast, facts.codebase(), facts.hierarchy()).withLookalikes(namesakes)) {
      if (member.part() != Part.CANONICAL) {
        players.put(member.entry(), member.part());
      }
    }
    return players;
  }

  private static List<Candidate> doubles(Case facts, Map<TypeEntry, Part> players) {
    Map<TypeEntry, Candidate> candidates = new LinkedHashMap<>();
    players.forEach(
        (entry, part) -> {
          DoubleSigns signs = DoubleSigns.of(entry);
          if (signs.areWorthALook()) {
            candidates.put(entry, new Candidate(entry, part, signs));
          }
        });
    for (TypeOutline outline : facts.closer().outlines(candidates.keySet())) {
      Candidate candidate = candidates.get(outline.entry());
      if (candidate != null) {
        candidate.signs().read(outline);
      }
    }
    return candidates.values().stream().filter(one -> one.signs().suffice()).toList();
  }

  private static void judge(
      Case facts,
      RoleCast cast,
      Candidate one,
      UsageIndex usages,
      TestSupport support,
      List<Finding> findings) {
    Map<String, UsageIndex.Use> users = new TreeMap<>();
    for (UsageIndex.Use use : usages.of(one.entry().name())) {
      boolean production =
          facts.codebase().type(use.user()).filter(support::isProduction).isPresent()
              || (use.path() == AccessPath.SERVICE_FILE
                  && TestSupport.isProduction(use.location().path()));
      if (production) {
        users.putIfAbsent(use.user(), use);
      }
    }
    List<TypeRef> refs =
        users.values().stream().map(use -> new TypeRef(use.user(), use.location())).toList();
    if (support.isProduction(one.entry())) {
      findings.add(standing(cast, one, refs));
    } else {
      users.values().forEach(use -> findings.add(reached(cast, one, use)));
    }
  }

  private static Finding standing(RoleCast cast, Candidate one, List<TypeRef> users) {
    Role role = cast.role();
    Subject subject = Subject.ofType(one.entry().name());
    String help =
        users.isEmpty()
            ? "move it to the test code, or delete it: no production code uses it"
            : "let its %s use `%s`, and move it to the test code"
                .formatted(users.size() == 1 ? "user" : "users", role.canonical().value());
    return new Finding(
        ID,
        Severity.ERROR,
        one.entry().location(),
        subject,
        new Statement(
            "`%s` is a test double of the role `%s` and stands in production code"
                .formatted(one.entry().name(), role.id()),
            help,
            cast.related()),
        evidence(role, one, users),
        Fingerprint.of(ID, subject, List.of(role.id(), role.canonical().value())));
  }

  private static Finding reached(RoleCast cast, Candidate one, UsageIndex.Use use) {
    Role role = cast.role();
    Subject subject = Subject.ofType(use.user());
    List<Related> related = new ArrayList<>(cast.related());
    related.add(new Related("test double", one.entry().name(), one.entry().location()));
    return new Finding(
        ID,
        Severity.ERROR,
        use.location(),
        subject,
        new Statement(
            "this %s reaches `%s`, a test double of the role `%s`, from production code"
                .formatted(use.path().words(), one.entry().name(), role.id()),
            "use `%s` instead".formatted(role.canonical().value()),
            related),
        evidence(role, one, List.of(new TypeRef(use.user(), use.location()))),
        Fingerprint.of(ID, subject, List.of(role.id(), one.entry().name())));
  }

  private static Evidence evidence(Role role, Candidate one, List<TypeRef> users) {
    return new Evidence.TestDouble(
        role.canonical().value(), one.part(), one.entry().ref(), one.signs().observations(), users);
  }
}
