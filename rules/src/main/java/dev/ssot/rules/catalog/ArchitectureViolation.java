package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.RuleBreach;
import dev.ssot.rules.codebase.UserRules;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports what the ArchUnit rules of the user find. */
final class ArchitectureViolation implements Rule {

  private static final String ID = "architecture-violation";
  private static final String UNIT = "rules of ArchUnit";

  /** A place as ArchUnit writes it at the end of a message. */
  private static final Pattern PLACE = Pattern.compile("\\(([\\w$]+\\.java):(\\d+)\\)");

  private static final Pattern NAME = Pattern.compile("[\\w$]+(?:\\.[\\w$]+)+");

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
    return List.of("structure", Catalog.OF_CLASS_FILES);
  }

  @Override
  public Judgement judge(Case facts) {
    UserRules rules = facts.bytecode().userRules();
    int all = rules.evaluated().size() + rules.ignored();
    if (all == 0) {
      return Judgement.notRun(UNIT, "no rules were named with --arch-rules and --arch-rule");
    }
    List<Finding> findings = new ArrayList<>();
    rules.breaches().stream()
        .filter(breach -> isJudged(facts.bytecode().files(), breach))
        .forEach(breach -> findings.add(finding(facts, breach)));
    String ignored = rules.ignored() == 0 ? "" : " (%s more ignored)".formatted(rules.ignored());
    return Judgement.of(findings, rules.evaluated().size(), facts.bytecode().unit(UNIT + ignored));
  }

  /** Whether the class is one that agrees with its source, or the rule points at none. */
  private static boolean isJudged(ClassFiles files, RuleBreach breach) {
    return breach.in().isEmpty() || files.named(breach.in()).isPresent();
  }

  private static Finding finding(Case facts, RuleBreach breach) {
    String words = breach.message().replaceAll("\\s+", " ").strip();
    Optional<ClassFact> in = in(facts.bytecode().files(), breach);
    int line = breach.line() > 0 ? breach.line() : lineIn(words);
    Location location =
        in.map(fact -> facts.places().location(fact, line, ""))
            .orElseGet(() -> new Location(file(breach.rule()), Region.start()));
    Subject subject = Subject.ofType(in.map(ClassFact::sourceType).orElse(type(breach.rule())));
    String classFile = in.map(fact -> fact.origin().path()).orElse(location.path());
    return new Finding(
        ID,
        breach.minor() ? Severity.WARNING : Severity.ERROR,
        location,
        subject,
        new Statement(
            "%s, against the rule `%s`".formatted(words, breach.rule()),
            "do as the rule says: " + breach.description(),
            List.of()),
        new Evidence.Bytecode(
            breach.rule(),
            breach.description(),
            List.of(new Sighting(words, location, classFile)),
            0),
        Fingerprint.of(
            ID, subject, List.of(breach.rule(), PLACE.matcher(words).replaceAll("($1)"))));
  }

  /** The class that the rule points at, or else the first one that its message names. */
  private static Optional<ClassFact> in(ClassFiles files, RuleBreach breach) {
    Optional<ClassFact> pointed = files.named(breach.in());
    if (pointed.isPresent()) {
      return pointed;
    }
    Matcher names = NAME.matcher(breach.message());
    while (names.find()) {
      for (String name = names.group(); name.contains("."); name = shorter(name)) {
        Optional<ClassFact> named = files.named(name);
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return Optional.empty();
  }

  private static String shorter(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static int lineIn(String words) {
    Matcher place = PLACE.matcher(words);
    return place.find() ? Integer.parseInt(place.group(2)) : 0;
  }

  private static String type(String rule) {
    return rule.substring(0, rule.indexOf('#'));
  }

  /** The class file of the rule itself, for what it says of no class at all. */
  private static String file(String rule) {
    return type(rule).replace('.', '/') + ".class";
  }
}
