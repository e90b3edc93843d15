package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.catalog.Catalog;
import dev.ssot.rules.catalog.Judgement;
import dev.ssot.rules.catalog.Rule;
import dev.ssot.rules.codebase.source.KnownFacts;
import dev.ssot.rules.codebase.source.SecondReading;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.triage.Grants;
import dev.ssot.rules.triage.Marking;
import dev.ssot.rules.triage.RuleIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    return run(request, new KnownFacts(), listener);
  }

  /** The same, where some files have been read already. */
  static ScanResult run(ScanRequest request, KnownFacts known, ScanListener listener) {
    Policy policy = request.policy();
    List<Rule> rules = selected(request.rules());
    Sources sources = Reading.of(request, wanted(policy), known, listener);
    Case facts =
        new Case(
            sources.codebase(),
            policy,
            sources.matched(),
            sources.unseen(),
            new SecondReading(
                request.base(), sources.codebase(), request.threads(), request.overlay()),
            request.grounds().today());
    List<RuleCoverage> judged = new ArrayList<>();
    List<Finding> found = judge(rules, false, facts, judged);

    RuleIds ids = ids(judged);
    Grants grants = new Grants(sources.codebase(), policy.accepted().suppressions(), ids);
    Marking marking = new Marking(grants, request.grounds(), ids);
    List<Finding> findings = new ArrayList<>(marking.mark(found));
    boolean incomplete = sources.problems().stream().anyMatch(p -> p.kind().incomplete());
    facts.triaged(marking.acceptance(request::covers, request.isWhole(), incomplete));
    findings.addAll(judge(rules, true, facts, judged));

    judged.sort(Comparator.comparing(RuleCoverage::rule));
    return new ScanResult(
        policy.path(),
        request.grounds().baseline().path(),
        policy.gate().failOn(),
        findings,
        new Coverage(
            sources.counts(), sources.codebase().types().size(), sources.problems(), judged),
        new Scoring(facts).compliance(),
        Catalog.descriptions().stream()
            .filter(description -> rules.stream().anyMatch(r -> r.id().equals(description.id())))
            .toList());
  }

  /** Lets the rules on the code, or those on what the team accepts, judge a case. */
  private static List<Finding> judge(
      List<Rule> rules, boolean acceptance, Case facts, List<RuleCoverage> judged) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.judgesAcceptance() == acceptance) {
        Judgement judgement = rule.judge(facts);
        judgement.findings().forEach(finding -> findings.add(weighed(finding, facts.policy())));
        judged.add(
            new RuleCoverage(
                rule.id(),
                judgement.subjects(),
                judgement.unit(),
                judgement.findings().size(),
                judgement.notRun()));
      }
    }
    return findings;
  }

  /** Ids of the rules whose findings can be accepted; what the others find is to be mended. */
  public static List<String> acceptable() {
    return Catalog.rules().stream().filter(rule -> !rule.judgesAcceptance()).map(Rule::id).toList();
  }

  /** The rules as suppressions see them. */
  static RuleIds ids(List<RuleCoverage> judged) {
    return new RuleIds(
        acceptable(),
        Catalog.rules().stream().filter(Rule::judgesAcceptance).map(Rule::id).toList(),
        judged.stream()
            .filter(RuleCoverage::ran)
            .map(RuleCoverage::rule)
            .collect(Collectors.toSet()));
  }

  /** Every rule there is, in the order of ids. */
  public static List<RuleDescription> rules() {
    return Catalog.descriptions();
  }

  private static List<Rule> selected(Set<String> ids) {
    Set<String> unknown = new TreeSet<>(ids);
    Catalog.rules().forEach(rule -> unknown.remove(rule.id()));
    if (!unknown.isEmpty()) {
      throw new ScanRefusal(
          "There is no rule `%s`; the rules are %s"
              .formatted(
                  unknown.iterator().next(),
                  String.join(", ", Catalog.rules().stream().map(Rule::id).toList())));
    }
    return Catalog.rules().stream()
        .filter(rule -> ids.isEmpty() || ids.contains(rule.id()))
        .toList();
  }

  /** What the rules need to know of the files. */
  static Wanted wanted(Policy policy) {
    Set<String> members = new TreeSet<>();
    Stream.concat(
            policy.roles().stream().map(Role::forbidden).flatMap(List::stream),
            policy.forbidden().stream())
        .map(forbidden -> forbidden.pattern())
        .filter(pattern -> pattern.kind() == AccessPattern.Kind.MEMBER)
        .forEach(pattern -> members.add(pattern.member()));
    return new Wanted(members, !policy.roles().isEmpty());
  }

  /** The policy's severity for a rule, except that a note stays a note. */
  private static Finding weighed(Finding finding, Policy policy) {
    Map<String, Severity> severities = policy.severities();
    Severity severity = severities.getOrDefault(finding.rule(), finding.severity());
    boolean note = finding.severity() == Severity.NOTE;
    return note ? finding : finding.with(severity);
  }
}
