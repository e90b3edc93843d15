package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DeclaredShim;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleValues;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Slices;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Structure;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds lines of the policy that accept or select what does not exist.
 *
 * <p>A forbidden path that matches nothing is no such line: that nobody uses it is what it is for.
 */
final class UnmatchedPolicy implements Rule {

  private static final Pattern QUALIFIED_TYPE =
      Pattern.compile(
          "(?:[\\p{javaLowerCase}_]\\w*\\.)+\\p{javaUpperCase}\\w*(?:\\.\\p{javaUpperCase}\\w*)*");

  @Override
  public String id() {
    return "unmatched-policy";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<String> tags() {
    return List.of("policy");
  }

  @Override
  public Judgement judge(Case facts) {
    Policy policy = facts.policy();
    if (policy.path().isEmpty()) {
      return Judgement.notRun("lines of the policy", "there is no policy");
    }
    List<Finding> findings = new ArrayList<>();
    List<PolicyText> patterns = pathPatterns(policy.sources());
    patterns.stream()
        .filter(pattern -> !facts.matchedPatterns().contains(pattern.value()))
        .forEach(pattern -> add(findings, policy, pattern, "matches no file"));
    int unrelated = 0;
    for (RoleCast cast : facts.casts()) {
      unrelated += cast.role().unrelated().size();
      cast.unmatched()
          .forEach(text -> add(findings, policy, text, "names no type of this codebase"));
    }
    List<PolicyText> types = types(policy);
    types.stream()
        .filter(type -> !facts.codebase().hasType(type.value()))
        .forEach(type -> add(findings, policy, type, "names no type of this codebase"));
    List<ForbiddenPath.AccessException> exceptions = exceptions(policy);
    for (ForbiddenPath.AccessException exception : exceptions) {
      if (!exists(facts.codebase(), exception.from())) {
        PolicyText text = new PolicyText(exception.from().text(), exception.line());
        add(findings, policy, text, "names no type of this codebase");
      }
    }
    List<PolicyText> structure = structure(policy.structure());
    structure.stream()
        .filter(text -> !exists(facts, AccessPattern.parse(text.value())))
        .forEach(text -> add(findings, policy, text, "names no type of this codebase"));
    for (Slices slices : policy.structure().acyclic()) {
      if (!exists(facts, AccessPattern.parse(slices.root() + ".**"))) {
        add(findings, policy, slices.pattern(), "names no package of this codebase");
      }
    }
    int looked =
        patterns.size()
            + unrelated
            + types.size()
            + exceptions.size()
            + structure.size()
            + policy.structure().acyclic().size();
    return Judgement.of(findings, looked, "lines of the policy");
  }

  private static List<PolicyText> pathPatterns(SourceSelection sources) {
    return Stream.of(
            sources.roots(), sources.testRoots(), sources.generatedRoots(), sources.excludes())
        .flatMap(List::stream)
        // What the asker of a scan adds stands in no file.
        .filter(pattern -> !pattern.line().file().isEmpty())
        .toList();
  }

  /**
   * The types whose constants the policy counts to a role, of which a message type may be a text as
   * well, its shims, and what must be real in its tests.
   */
  private static List<PolicyText> types(Policy policy) {
    return policy.roles().stream()
        .flatMap(
            role ->
                Stream.of(
                        ofValues(role.values()),
                        ofShims(role),
                        role.paths().real().types().stream())
                    .flatMap(some -> some))
        .toList();
  }

  private static Stream<PolicyText> ofValues(RoleValues values) {
    return Stream.concat(
        values.constants().stream(),
        values.messages().stream().filter(text -> QUALIFIED_TYPE.matcher(text.value()).matches()));
  }

  private static Stream<PolicyText> ofShims(Role role) {
    return role.bystanders().shims().stream().map(DeclaredShim::type);
  }

  private static List<ForbiddenPath.AccessException> exceptions(Policy policy) {
    Stream<ForbiddenPath.AccessException> ofPaths =
        policy.allForbidden().stream().flatMap(forbidden -> forbidden.except().stream());
    Stream<ForbiddenPath.AccessException> ofCalls =
        policy.roles().stream().flatMap(role -> role.paths().reserved().except().stream());
    Stream<ForbiddenPath.AccessException> ofTests =
        policy.roles().stream().flatMap(role -> role.paths().real().except().stream());
    return Stream.of(ofPaths, ofCalls, ofTests).flatMap(some -> some).toList();
  }

  /** The types, packages and fields that layers and isolated code are made of. */
  private static List<PolicyText> structure(Structure structure) {
    return Stream.concat(
            structure.isolated().stream()
                .flatMap(one -> Stream.concat(one.types().stream(), one.except().stream())),
            structure.layers().stream().flatMap(layer -> layer.types().stream()))
        .toList();
  }

  /** Whether the sources, or class files without a source, have what a pattern names. */
  private static boolean exists(Case facts, AccessPattern pattern) {
    AccessPattern type =
        pattern.kind() == AccessPattern.Kind.MEMBER ? AccessPattern.parse(pattern.name()) : pattern;
    return exists(facts.codebase(), type)
        || facts.bytecode().files().classes().stream()
            .anyMatch(fact -> Patterns.covers(type, fact.sourceType()));
  }

  private static boolean exists(Codebase codebase, AccessPattern pattern) {
    return codebase.types().stream().anyMatch(entry -> Patterns.covers(pattern, entry.name()));
  }

  /** A line of a built-in policy is not the user's to mend. */
  private void add(List<Finding> findings, Policy policy, PolicyText text, String what) {
    PolicyLine line = text.line();
    if (!line.file().equals(policy.path())) {
      return;
    }
    Subject subject = Subject.ofType(line.file());
    findings.add(
        new Finding(
            id(),
            severity(),
            new Location(line.file(), region(line, text)),
            subject,
            new Statement(
                "`%s` in `%s` %s".formatted(text.value(), line.key(), what),
                "delete the line, or write what it was meant to match",
                List.of()),
            new Evidence.PolicyEntry(line.key(), text.value()),
            Fingerprint.of(id(), subject, List.of(withoutIndexes(line.key()), text.value()))));
  }

  private static Region region(PolicyLine line, PolicyText text) {
    return new Region(
        line.line(), line.column(), line.line(), line.column() + text.value().length());
  }

  private static String withoutIndexes(String key) {
    return key.replaceAll("\\[\\d+]", "");
  }
}
