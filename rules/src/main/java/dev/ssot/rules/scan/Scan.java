package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.catalog.Catalog;
import dev.ssot.rules.catalog.Judgement;
import dev.ssot.rules.catalog.Rule;
import dev.ssot.rules.change.Permissions;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.triage.Grants;
import dev.ssot.rules.triage.Marking;
import dev.ssot.rules.triage.RuleIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole flow of a scan: sources, facts, rules, findings, triage, score. */
public final class Scan {

  private Scan() {}

  /**
   * Reads the sources, judges them, marks what is accepted and sums up.
   *
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static ScanResult run(ScanRequest request, ScanListener listener) {
    refuseUnknown(request.rules());
    Wanted wanted = wanted(request.policy());
    return request
        .cache()
        .result(
            request,
            wanted,
            listing ->
                judged(
                        request,
                        Reading.of(request, listing, wanted, listener),
                        Optional.empty(),
                        true)
                    .result());
  }

  /** The same as {@link #run}, with the case that was judged, for what comes after a scan. */
  static Judged whole(ScanRequest request, ScanListener listener) {
    refuseUnknown(request.rules());
    Sources sources = Reading.of(request, wanted(request.policy()), listener);
    return judged(request, sources, Optional.empty(), true);
  }

  /**
   * The same as {@link #whole}, or the case of the scan before this one of the same run where
   * nothing has changed since.
   */
  static Judged kept(ScanRequest request, ScanListener listener) {
    refuseUnknown(request.rules());
    Wanted wanted = ranking(request.policy());
    return request
        .cache()
        .judged(
            request,
            listing ->
                judged(
                    request,
                    Reading.of(request, listing, wanted, listener),
                    Optional.empty(),
                    true));
  }

  /**
   * What a scan came to, with what only a comparison or a fix needs.
   *
   * @param facts the case that was judged
   * @param suppressions those in the source and those in the policy
   */
  record Judged(Case facts, ScanResult result, Baseline baseline, List<Suppression> suppressions) {

    Judged {
      suppressions = List.copyOf(suppressions);
    }

    /** All that the codebase is permitted. */
    List<Permission> permissions() {
      return Permissions.of(
          facts.policy(), baseline, suppressions, result.shims(), Catalog.descriptions());
    }
  }

  /**
   * Judges sources.
   *
   * @param before what the code was before a change, if that is asked for
   * @param compiled whether the class files at hand are those of the sources
   */
  static Judged judged(
      ScanRequest request, Sources sources, Optional<Codebase> before, boolean compiled) {
    ClassReading classes =
        compiled ? classes(request, sources, before.isPresent()) : ClassReading.none();
    request.cache().sees(classes.seen());
    return judged(request, sources, before, classes);
  }

  /** The class files of a scan, as far as its rules need them. */
  static ClassReading classes(ScanRequest request, Sources sources, boolean compared) {
    return ClassReading.of(request, selected(request.rules(), compared), sources);
  }

  /** The same as the other {@code judged}, with class files that were read already. */
  static Judged judged(
      ScanRequest request, Sources sources, Optional<Codebase> before, ClassReading classes) {
    Policy policy = request.policy();
    List<Rule> rules = selected(request.rules(), before.isPresent());
    Case facts = Reading.facts(request, sources, policy).with(request.cache().memory());
    before.ifPresent(facts::comparedWith);
    facts.with(classes.bytecode());
    List<Problem> problems =
        Stream.concat(sources.problems().stream(), classes.problems().stream()).sorted().toList();
    // Most of judging is for one processor.
    CompletableFuture<List<RuleDescription>> pages =
        CompletableFuture.supplyAsync(Catalog::descriptions);
    List<RuleCoverage> judged = new ArrayList<>();
    List<Finding> found = judge(rules, false, facts, request.threads(), judged);

    RuleIds ids = ids(judged);
    Grants grants = new Grants(sources.codebase(), policy.accepted().suppressions(), ids);
    Marking marking = new Marking(grants, request.grounds(), ids);
    List<Finding> findings = new ArrayList<>(marking.mark(found));
    boolean incomplete = problems.stream().anyMatch(p -> p.kind().incomplete());
    Predicate<BaselineEntry> scanned =
        entry -> request.covers(entry.path()) && classes.wouldShow(entry);
    facts.triaged(marking.acceptance(scanned, request.isWhole(), incomplete));
    findings.addAll(judge(rules, true, facts, 1, judged));

    judged.sort(Comparator.comparing(RuleCoverage::rule));
    ScanResult result =
        new ScanResult(
            policy.path(),
            request.grounds().baseline().path(),
            policy.gate().failOn(),
            findings,
            new Coverage(
                sources.counts(),
                classes.bytecode().files().counts(),
                sources.codebase().types().size(),
                problems,
                judged),
            new Scoring(facts).compliance(),
            pages.join().stream()
                .filter(
                    description -> rules.stream().anyMatch(r -> r.id().equals(description.id())))
                .toList(),
            facts.shimUses(),
            facts.roleTests());
    request.cache().memory().settle();
    return new Judged(facts, result, request.grounds().baseline(), grants.suppressions());
  }

  /** What is permitted where nobody has decided anything. */
  static List<Permission> standard() {
    return Permissions.of(
        Policy.none(), Baseline.none(), List.of(), List.of(), Catalog.descriptions());
  }

  /** Lets the rules on the code, or those on what the team accepts, judge a case. */
  private static List<Finding> judge(
      List<Rule> rules, boolean acceptance, Case facts, int threads, List<RuleCoverage> judged) {
    List<Rule> asked =
        rules.stream().filter(rule -> rule.judgesAcceptance() == acceptance).toList();
    List<Judgement> judgements = RuleRun.of(asked, facts, threads);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Judgement judgement = judgements.get(i);
      judgement.findings().forEach(finding -> findings.add(weighed(finding, facts.policy())));
      judged.add(
          new RuleCoverage(
              asked.get(i).id(),
              judgement.subjects(),
              judgement.unit(),
              judgement.findings().size(),
              judgement.notRun()));
    }
    return findings;
  }

  /** Ids of the rules whose findings can be accepted; what the others find is to be mended. */
  public static List<String> acceptable() {
    return Catalog.rules().stream().filter(rule -> !rule.judgesAcceptance()).map(Rule::id).toList();
  }

  /** Ids of the rules that find what is new against an earlier state. */
  static Set<String> comparing() {
    return Catalog.rules().stream()
        .filter(Rule::comparesStates)
        .map(Rule::id)
        .collect(Collectors.toSet());
  }

  /** Ids of the rules whose findings a program can fix. */
  public static List<String> fixable() {
    return Catalog.rules().stream().filter(Rule::isFixable).map(Rule::id).toList();
  }

  /** The page of a rule, in Markdown; the empty string where there is no such rule. */
  public static String page(String id) {
    return rules().stream()
        .filter(rule -> rule.id().equals(id))
        .map(RuleDescription::page)
        .findFirst()
        .orElse("");
  }

  /** The rules as suppressions see them. */
  static RuleIds ids(List<RuleCoverage> judged) {
    return new RuleIds(
        acceptable(),
        Catalog.rules().stream().filter(Rule::judgesAcceptance).map(Rule::id).toList(),
        judged.stream()
            .filter(RuleCoverage::ran)
            .map(RuleCoverage::rule)
            // What accepts a new user accepts it still when it is new no longer.
            .filter(rule -> !comparing().contains(rule))
            .collect(Collectors.toSet()));
  }

  /** Every rule there is, in the order of ids. */
  public static List<RuleDescription> rules() {
    return Catalog.descriptions();
  }

  /** Refuses rules that do not exist, before anything is read. */
  static void refuseUnknown(Set<String> ids) {
    Set<String> unknown = new TreeSet<>(ids);
    Catalog.rules().forEach(rule -> unknown.remove(rule.id()));
    if (!unknown.isEmpty()) {
      throw new ScanRefusal(
          "There is no rule `%s`; the rules are %s"
              .formatted(
                  unknown.iterator().next(),
                  String.join(", ", Catalog.rules().stream().map(Rule::id).toList())));
    }
  }

  /** Whether a scan reads class files. */
  static boolean needsClassFiles(ScanRequest request) {
    return ClassReading.isNeeded(request, selected(request.rules(), false));
  }

  /** The rules that are asked for, or all that have something to say of such a scan. */
  private static List<Rule> selected(Set<String> ids, boolean compared) {
    return Catalog.rules().stream()
        .filter(
            rule -> ids.isEmpty() ? compared || !rule.comparesStates() : ids.contains(rule.id()))
        .toList();
  }

  /** What the rules need to know of the files. */
  static Wanted wanted(Policy policy) {
    Set<String> members = new TreeSet<>();
    policy.allForbidden().stream()
        .map(forbidden -> forbidden.pattern())
        .filter(pattern -> pattern.kind() == AccessPattern.Kind.MEMBER)
        .forEach(pattern -> members.add(pattern.member()));
    boolean roles = !policy.roles().isEmpty();
    return new Wanted(members, roles, roles);
  }

  /** The same for a scan whose types somebody may want to have ranked. */
  static Wanted ranking(Policy policy) {
    return wanted(policy).and(Wanted.ranking());
  }

  /** The policy's severity for a rule, except that a note stays a note. */
  private static Finding weighed(Finding finding, Policy policy) {
    Map<String, Severity> severities = policy.severities();
    Severity severity = severities.getOrDefault(finding.rule(), finding.severity());
    boolean note = finding.severity() == Severity.NOTE;
    return note ? finding : finding.with(severity);
  }
}
