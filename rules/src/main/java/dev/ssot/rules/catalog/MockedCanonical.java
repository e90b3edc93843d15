package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TestOutline.DoubleFact;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds test code that replaces what the policy wants real in tests.
 *
 * <p>Each stand-in is a finding; those of one type of test code for one real type have one
 * fingerprint, so that a baseline counts them and one more is new, whatever its name and place.
 */
final class MockedCanonical implements Rule {

  private static final String ID = "mocked-canonical";
  private static final String UNIT = "files of test code that use what must be real";

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
    TestSurvey survey = facts.testSurvey();
    if (survey.roles().isEmpty()) {
      return Judgement.notRun(UNIT, "the policy wants no role to be real in tests");
    }
    List<Finding> findings = new ArrayList<>();
    for (Role role : survey.roles()) {
      Set<String> watched = TestSurvey.watched(role);
      for (TestOutline outline : survey.outlines()) {
        if (!isExcepted(role, outline.type())) {
          outline.doubles().stream()
              .filter(fact -> watched.contains(fact.real()))
              .forEach(fact -> findings.add(finding(facts, role, outline.type(), fact)));
        }
      }
    }
    return Judgement.of(findings, survey.files(), UNIT);
  }

  private static boolean isExcepted(Role role, String type) {
    return role.paths().real().except().stream()
        .anyMatch(exception -> Patterns.covers(exception.from(), type));
  }

  private static Finding finding(Case facts, Role role, String test, DoubleFact fact) {
    String canonical = role.canonical().value();
    String reason = role.paths().real().reason();
    Subject subject = Subject.ofType(test);
    return new Finding(
        ID,
        Severity.ERROR,
        fact.standIn().location(),
        subject,
        new Statement(
            "`%s` %s `%s`, which the role `%s` wants real in tests: %s"
                .formatted(
                    DottedNames.last(test),
                    fact.standIn().form().words(),
                    fact.real(),
                    role.id(),
                    reason),
            "use the real `%s`, or except the type in `real` of the role"
                .formatted(DottedNames.last(realOne(facts, canonical, fact.real()))),
            related(facts, canonical, fact.real())),
        new Evidence.Mocked(role.id(), canonical, fact.real(), reason, List.of(fact.standIn())),
        Fingerprint.of(ID, subject, List.of(role.id(), fact.real())));
  }

  /** What to use: the canonical in place of a contract that it fulfils, else the type itself. */
  private static String realOne(Case facts, String canonical, String real) {
    boolean fulfils =
        facts
            .codebase()
            .type(canonical)
            .filter(entry -> facts.hierarchy().ancestors(entry).contains(real))
            .isPresent();
    return fulfils ? canonical : real;
  }

  private static List<Related> related(Case facts, String canonical, String real) {
    List<Related> related = new ArrayList<>(facts.canonicalPlace(canonical));
    if (!real.equals(canonical)) {
      facts
          .codebase()
          .type(real)
          .ifPresent(
              entry -> related.add(new Related("must be real", entry.name(), entry.location())));
    }
    return related;
  }
}
