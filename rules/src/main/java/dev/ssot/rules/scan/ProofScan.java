package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.source.KnownFacts;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Proof;
import dev.ssot.rules.model.Proof.Claim;
import dev.ssot.rules.model.Proof.Outcome;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.StoredFile;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import dev.ssot.rules.proof.Plant;
import dev.ssot.rules.proof.Plants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proves that a policy catches what it claims to catch.
 *
 * <p>One instance of each finding is planted in memory, all of them beside the real code and at
 * once; then a scan like any other says what it finds of them. Nothing on disk is changed.
 */
public final class ProofScan {

  private static final String NOWHERE = "ssotplanted/nothing-is-here";

  private final ScanRequest request;
  private final ScanRequest planted;
  private final ScanResult result;
  private final List<Plant> plants;
  private final Map<String, String> untried;
  private final List<Claim> claims = new ArrayList<>();

  private ProofScan(
      ScanRequest request,
      ScanRequest planted,
      ScanResult result,
      List<Plant> plants,
      Map<String, String> untried) {
    this.request = request;
    this.planted = planted;
    this.result = result;
    this.plants = plants;
    this.untried = untried;
  }

  /**
   * Reads the sources, plants and scans.
   *
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static Proof run(ScanRequest request, ScanListener listener) {
    Scan.refuseUnknown(request.rules());
    Wanted wanted = Scan.wanted(request.policy());
    KnownFacts known = Reading.known(request, wanted);
    Sources sources = Reading.of(request, wanted, known, listener);
    Case facts = Reading.facts(request, sources, request.policy());
    Plants garden =
        new Plants(sources.codebase(), request.grounds().today(), path -> text(request, path));
    List<Plant> plants = garden.of(request.policy(), facts.casts());
    ScanRequest planted = planted(request, plants);
    Sources all = Reading.of(planted, wanted, known.unkept(), listener);
    ClassReading classes = Scan.classes(planted, all, false).with(classes(plants));
    ScanResult result = Scan.judged(planted, all, Optional.empty(), classes).result();
    return new ProofScan(request, planted, result, plants, garden.untried()).proof();
  }

  private static List<ClassFact> classes(List<Plant> plants) {
    return plants.stream().flatMap(plant -> plant.classes().stream()).toList();
  }

  private static String text(ScanRequest request, String path) {
    try {
      return Files.readString(request.base().resolve(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // It is no UTF-8; what a copy of it says beyond ASCII does not matter.
      return latin(request, path);
    }
  }

  private static String latin(ScanRequest request, String path) {
    try {
      return Files.readString(request.base().resolve(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static ScanRequest planted(ScanRequest request, List<Plant> plants) {
    Map<String, StoredFile> stored = new TreeMap<>(request.overlay().stored());
    plants.forEach(plant -> stored.putAll(plant.stored()));
    Policy policy = request.policy();
    Grounds grounds =
        policy.accepted().baseline().isPresent()
            ? new Grounds(request.grounds().today(), staleBaseline(policy))
            : request.grounds();
    return new ScanRequest(
        request.base(),
        request.paths(),
        policy.path().isEmpty() ? policy : withIdleLine(policy),
        request.rules(),
        grounds,
        request.threads(),
        new Overlay(stored, request.overlay().gone()),
        request.classes(),
        ScanCache.none());
  }

  /** A baseline with one entry, which accepts nothing. */
  private static Baseline staleBaseline(Policy policy) {
    Subject subject = Subject.ofType("ssotplanted.Nothing");
    BaselineEntry entry =
        new BaselineEntry(
            "forbidden-import",
            subject.text(),
            "",
            Fingerprint.of("forbidden-import", subject, List.of(NOWHERE)),
            policy.path());
    return new Baseline(NOWHERE, List.of(new Baseline.Line(1, entry)));
  }

  /** The same policy with a line that matches nothing. */
  private static Policy withIdleLine(Policy policy) {
    SourceSelection sources = policy.sources();
    List<PolicyText> excludes = new ArrayList<>(sources.excludes());
    excludes.add(new PolicyText(NOWHERE, new PolicyLine(policy.path(), 1, 1, "sources.exclude")));
    return policy.with(
        new SourceSelection(
            sources.roots(), sources.testRoots(), sources.generatedRoots(), excludes));
  }

  private Proof proof() {
    for (Plant plant : plants) {
      for (String rule : plant.rules().stream().filter(one -> isTried(plant, one)).toList()) {
        List<Finding> found =
            result.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .filter(finding -> plant.files().containsKey(finding.location().path()))
                .toList();
        claim(rule, plant.about(), found, () -> why(plant, rule));
      }
    }
    claimPolicy("unmatched-policy", "a line of the policy that matches nothing");
    claimPolicy("stale-baseline-entry", "an entry of the baseline that accepts nothing");
    addUntried();
    claims.sort(Comparator.comparing(Claim::rule));
    return new Proof(
        request.policy().path(), result.threshold(), claims, result.coverage().problems());
  }

  /** What class files show is tried only where there are any, for a check sees nothing else. */
  private boolean isTried(Plant plant, String rule) {
    return plant.classes().isEmpty() || ran(rule);
  }

  private interface Reason {
    String text();
  }

  private void claimPolicy(String rule, String about) {
    if (ran(rule)) {
      List<Finding> found =
          result.findings().stream()
              .filter(finding -> finding.rule().equals(rule))
              .filter(ProofScan::isPlanted)
              .toList();
      claim(rule, about, found, () -> "`ssot explain %s` tells what it looks for".formatted(rule));
    }
  }

  private static boolean isPlanted(Finding finding) {
    Evidence evidence = finding.evidence();
    return (evidence instanceof Evidence.PolicyEntry line && line.value().equals(NOWHERE))
        || (evidence instanceof Evidence.StaleEntry stale
            && stale.entry().subject().startsWith("ssotplanted."));
  }

  private boolean ran(String rule) {
    return result.coverage().rules().stream()
        .anyMatch(coverage -> coverage.rule().equals(rule) && coverage.ran());
  }

  private void claim(String rule, String about, List<Finding> found, Reason why) {
    if (found.isEmpty()) {
      claims.add(new Claim(rule, about, Outcome.MISSED, why.text()));
    } else if (found.stream().noneMatch(Finding::isOpen)) {
      claims.add(new Claim(rule, about, Outcome.ACCEPTED, acceptedBy(found.get(0))));
    } else if (found.stream()
        .filter(Finding::isOpen)
        .noneMatch(finding -> finding.severity().reaches(result.threshold()))) {
      claims.add(
          new Claim(
              rule,
              about,
              Outcome.OFF,
              "its findings are of severity %s, and a check fails from %s on"
                  .formatted(found.get(0).severity().label(), result.threshold().label())));
    } else {
      claims.add(new Claim(rule, about, Outcome.CAUGHT, ""));
    }
  }

  private static String acceptedBy(Finding finding) {
    if (finding.triage() instanceof Triage.Suppressed suppressed) {
      Suppression by = suppressed.by();
      return "the suppression of `%s` at %s accepts whatever is found in `%s`"
          .formatted(by.rule(), by.location().pathAndLine(), by.subject());
    }
    return "the baseline lists it";
  }

  /** What is known of a planted rival beside its canonical, or what the plant says itself. */
  private String why(Plant plant, String rule) {
    boolean compared = rule.equals("duplicate-implementation") && plant.why().isEmpty();
    if (!compared) {
      return plant.why();
    }
    return Similarity.dismissal(planted, plant.type(), ScanListener.silent()).roles().stream()
        .filter(standing -> plant.about().contains("`" + standing.role() + "`"))
        .map(standing -> standing.reason())
        .findFirst()
        .orElse("it is no rival");
  }

  /** Rules of which no instance was planted, each with the reason. */
  private void addUntried() {
    Set<String> tried = new TreeSet<>();
    claims.forEach(claim -> tried.add(claim.rule()));
    for (String rule : Scan.comparing()) {
      claims.add(
          new Claim(
              rule,
              "nothing was planted",
              Outcome.NOT_TRIED,
              "it finds what a change adds, with --since"));
    }
    Map<String, String> reasons = new HashMap<>(untried);
    for (RuleCoverage rule : result.coverage().rules()) {
      boolean told = untried.containsKey(rule.rule());
      if (!rule.ran()) {
        reasons.put(rule.rule(), "not run: " + rule.notRun());
      }
      if (!tried.contains(rule.rule()) || told) {
        claims.add(
            new Claim(
                rule.rule(),
                "nothing was planted",
                Outcome.NOT_TRIED,
                reasons.getOrDefault(
                    rule.rule(), reasons.getOrDefault("", "no instance fits every codebase"))));
      }
    }
  }
}
