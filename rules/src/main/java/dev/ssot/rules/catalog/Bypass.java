package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassNames;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.ValueFlow;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.ReservedCalls;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds calls that only the canonical of a role may make.
 *
 * <p>Which type a call really reaches stands in class files alone. What a call is given is followed
 * through the method that makes it; where that cannot be told, it is no finding.
 */
final class Bypass extends ClassFileRule {

  private static final String ID = "bypass";
  private static final String UNIT = "calls";
  private static final int LISTED = 5;

  Bypass() {
    super(ID, "role", UNIT, "the policy reserves no calls for a canonical");
  }

  @Override
  public boolean needsClassFiles(Policy policy) {
    return policy.roles().stream().anyMatch(role -> !role.paths().reserved().calls().isEmpty());
  }

  @Override
  public boolean asksForCasts() {
    return true;
  }

  @Override
  Judgement look(Case facts) {
    List<ClassFact> judged = facts.places().judged();
    List<Finding> findings = new ArrayList<>();
    for (Role role : facts.policy().roles()) {
      findings.addAll(new OfRole(role, facts).findings(judged));
    }
    long calls =
        judged.stream().flatMap(fact -> fact.uses().stream()).filter(ClassUse::isCall).count();
    return Judgement.of(findings, Math.toIntExact(calls), facts.bytecode().unit(UNIT));
  }

  /** A call that a class makes. */
  private record Site(ClassFact caller, ClassUse use) {}

  /** The calls that one role reserves. */
  private static final class OfRole {

    private final Role role;
    private final Case facts;
    private final ClassFiles files;

    OfRole(Role role, Case facts) {
      this.role = role;
      this.facts = facts;
      this.files = facts.bytecode().files();
    }

    List<Finding> findings(List<ClassFact> judged) {
      Map<String, List<Site>> groups = new LinkedHashMap<>();
      for (ReservedCalls.Call call : role.paths().reserved().calls()) {
        for (Site site : around(given(call, sites(call, judged)))) {
          List<Site> group =
              groups.computeIfAbsent(
                  place(site).text() + " " + target(site.use()), key -> new ArrayList<>());
          if (!group.contains(site)) {
            group.add(site);
          }
        }
      }
      return groups.values().stream().map(this::finding).toList();
    }

    private List<Site> sites(ReservedCalls.Call call, List<ClassFact> judged) {
      Predicate<String> reserved = remembered(methods(call).asMatchPredicate());
      Predicate<String> owners =
          remembered(name -> isOne(name, call.types()) && !isCanonical(name));
      List<Site> sites = new ArrayList<>();
      for (ClassFact fact : judged) {
        for (ClassUse use : fact.uses()) {
          if (use.isCall()
              && reserved.test(use.name())
              && owners.test(use.owner())
              && !mayCall(fact)) {
            sites.add(new Site(fact, use));
          }
        }
      }
      return sites;
    }

    /** The same question, asked once of each name: codebases have a million uses of few names. */
    private static Predicate<String> remembered(Predicate<String> question) {
      Map<String, Boolean> answers = new HashMap<>();
      return name -> answers.computeIfAbsent(name, question::test);
    }

    private static Pattern methods(ReservedCalls.Call call) {
      return Pattern.compile(
          call.methods().stream()
              .map(text -> Pattern.quote(text.value()).replace("*", "\\E.*\\Q"))
              .collect(Collectors.joining("|")));
    }

    private boolean isOne(String name, List<PolicyText> types) {
      return types.stream().anyMatch(type -> files.isA(name, type.value()));
    }

    /**
     * The canonical may, with what extends or implements it, what the policy excepts, and what is
     * itself of a type whose calls are reserved: a wrapper around a connection is a part of the
     * transport, unless it is a rival of the canonical.
     */
    private boolean mayCall(ClassFact fact) {
      String type = fact.sourceType();
      String canonical = role.canonical().value();
      return DottedNames.isIn(type, canonical)
          || isCanonical(fact.name())
          || role.paths().reserved().except().stream()
              .anyMatch(exception -> Patterns.covers(exception.from(), type))
          || (isPartOfTransport(fact.name()) && !isRival(fact.topLevel()));
    }

    /** Whether a class is the canonical or inherits from it. */
    private boolean isCanonical(String name) {
      return files.isA(name, role.canonical().value());
    }

    /** A rival of the canonical is no transport, even if it is of a type that is reserved. */
    private boolean isRival(String type) {
      return facts.casts().stream()
          .filter(cast -> cast.role().equals(role))
          .flatMap(cast -> cast.rivals().stream())
          .anyMatch(rival -> rival.entry().name().equals(type));
    }

    private boolean isPartOfTransport(String name) {
      return isTransport(name) || ClassNames.enclosing(name).stream().anyMatch(this::isTransport);
    }

    private boolean isTransport(String name) {
      return role.paths().reserved().calls().stream().anyMatch(call -> isOne(name, call.types()));
    }

    /** The calls that are given one of the types that the policy names, if it names any. */
    private List<Site> given(ReservedCalls.Call call, List<Site> sites) {
      if (call.arguments().isEmpty() || sites.isEmpty()) {
        return sites;
      }
      Set<String> hits = new TreeSet<>();
      for (ValueFlow flow : flows(sites)) {
        boolean fits =
            flow.arguments().stream()
                .flatMap(Set::stream)
                .anyMatch(name -> isOne(name, call.arguments()));
        if (fits) {
          hits.add(key(flow));
        }
      }
      return sites.stream().filter(site -> hits.contains(key(site))).toList();
    }

    /**
     * The calls without those that reach the canonical itself, where that is of a reserved type and
     * stands in a variable of such a type.
     */
    private List<Site> around(List<Site> sites) {
      if (sites.isEmpty() || !isTransport(role.canonical().value())) {
        return sites;
      }
      Map<String, Boolean> through = new HashMap<>();
      for (ValueFlow flow : flows(sites)) {
        boolean one = !flow.on().isEmpty() && flow.on().stream().allMatch(this::isCanonical);
        through.merge(key(flow), one, Boolean::logicalAnd);
      }
      return sites.stream().filter(site -> !through.getOrDefault(key(site), false)).toList();
    }

    /** What the methods that make calls are seen to do. */
    private List<ValueFlow> flows(List<Site> sites) {
      return facts
          .bytecode()
          .look()
          .flows(
              sites.stream().map(Site::caller).distinct().toList(),
              sites.stream().map(site -> site.use().member()).collect(Collectors.toSet()));
    }

    private static String key(ValueFlow flow) {
      return String.join(" ", flow.in(), flow.owner(), flow.name(), "" + flow.line());
    }

    private static String key(Site site) {
      ClassUse use = site.use();
      return String.join(" ", site.caller().name(), use.owner(), use.name(), "" + use.line());
    }

    private static Subject place(Site site) {
      return ClassPlaces.subject(site.caller(), site.use().from());
    }

    private static String target(ClassUse use) {
      return ClassNames.sourceType(use.owner()) + "#" + use.name();
    }

    private Finding finding(List<Site> sites) {
      Site first = sites.get(0);
      String canonical = role.canonical().value();
      String reason = role.paths().reserved().reason();
      List<Sighting> sightings =
          sites.stream()
              .limit(LISTED)
              .map(site -> facts.places().sighting(site.caller(), site.use()))
              .toList();
      Subject subject = place(first);
      return new Finding(
          ID,
          Severity.ERROR,
          sightings.get(0).location(),
          subject,
          new Statement(
              "this %s, which only the canonical `%s` of the role `%s` may do: %s"
                  .formatted(first.use().words(), canonical, role.id(), reason),
              "go through `%s`, or except the type in `bypass` of the role".formatted(canonical),
              facts.canonicalPlace(canonical)),
          new Evidence.Bytecode(
              target(first.use()), reason, sightings, sites.size() - sightings.size()),
          Fingerprint.of(ID, subject, List.of(role.id(), target(first.use()))));
    }
  }
}
