package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.MethodOutline;
import dev.ssot.rules.codebase.MethodOutline.Kind;
import dev.ssot.rules.codebase.MethodOutline.Step;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Observation;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Pretence;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds methods of types that play a role which report success without having done the work.
 *
 * <p>Bodies are read a second time, those of the role's members only. What is not known to be idle
 * counts as work, so a body that this rule does not understand is no finding.
 */
final class FakeSuccess implements Rule {

  private static final String UNIT = "methods of types that play a role";

  @Override
  public String id() {
    return "fake-success";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("role", "correctness");
  }

  @Override
  public Judgement judge(Case facts) {
    if (facts.policy().roles().isEmpty()) {
      return Judgement.notRun(UNIT, "the policy declares no role");
    }
    List<Finding> findings = new ArrayList<>();
    int looked = 0;
    for (RoleCast cast : facts.casts()) {
      Map<TypeEntry, Part> parts = new LinkedHashMap<>();
      new RoleMembers(cast, facts.codebase(), facts.hierarchy())
          .all()
          .forEach(member -> parts.put(member.entry(), member.part()));
      Earnest earnest = new Earnest(facts.hierarchy());
      parts.keySet().removeIf(entry -> !earnest.isMeant(entry));
      for (TypeOutline type : facts.closer().outlines(parts.keySet())) {
        for (MethodOutline method : type.methods()) {
          if (earnest.isMeant(type.entry(), method.method())) {
            looked++;
            Part part = parts.getOrDefault(type.entry(), Part.IMPLEMENTATION);
            judge(cast, type, part, method).ifPresent(findings::add);
          }
        }
      }
    }
    return Judgement.of(findings, looked, UNIT);
  }

  private Optional<Finding> judge(
      RoleCast cast, TypeOutline type, Part part, MethodOutline method) {
    List<MethodOutline.Remark> confessions = Confessions.in(method.remarks());
    boolean idle = !method.has(Kind.WORK, Kind.RECORD, Kind.END, Kind.SWALLOW);
    boolean confessed = confessions.stream().anyMatch(Confessions::isPlain);
    if (method.has(Kind.SWALLOW)) {
      return Optional.of(finding(cast, type, part, method, Pretence.SWALLOWED_FAILURE));
    }
    boolean claims =
        (method.has(Kind.SUCCESS) && (!method.unread().isEmpty() || confessed))
            || (method.method().returns().equals("void") && confessed);
    return idle && claims
        ? Optional.of(finding(cast, type, part, method, Pretence.NO_WORK))
        : Optional.empty();
  }

  private Finding finding(
      RoleCast cast, TypeOutline type, Part part, MethodOutline method, Pretence pretence) {
    Role role = cast.role();
    Subject subject = new Subject(type.entry().name(), method.method().name());
    List<Observation> observations = observations(type.entry(), method, pretence);
    Observation last = observations.get(observations.size() - 1);
    String name = type.entry().type().simpleName() + "." + method.method().name();
    return new Finding(
        id(),
        severity(),
        last.location(),
        subject,
        new Statement(
            message(name, role, method, pretence), help(pretence), related(cast, type.entry())),
        new Evidence.FakeSuccess(
            role.canonical().value(),
            part,
            new MemberRef(method.method().signature(), method.method().region()),
            pretence,
            observations,
            pretence == Pretence.NO_WORK ? method.unread() : List.of()),
        Fingerprint.of(
            id(), subject, List.of(role.id(), pretence.label(), method.method().signature())));
  }

  private static String message(String name, Role role, MethodOutline method, Pretence pretence) {
    List<String> deeds = steps(method, pretence).map(Step::words).distinct().toList();
    String what =
        pretence == Pretence.NO_WORK
            ? "reports success without doing the work"
            : "reports success when its work has failed";
    return "`%s` of the role `%s` %s: it %s"
        .formatted(name, role.id(), what, deeds.isEmpty() ? "does nothing" : listed(deeds));
  }

  private static String listed(List<String> deeds) {
    int last = deeds.size() - 1;
    return last == 0
        ? deeds.get(0)
        : String.join(", ", deeds.subList(0, last)) + " and " + deeds.get(last);
  }

  private static String help(Pretence pretence) {
    return pretence == Pretence.NO_WORK
        ? "do the work, or fail: throw, or return a failure; what does nothing on purpose is named"
            + " so, such as `NoOp…`"
        : "return a failure there, or let the exception pass";
  }

  private static Stream<Step> steps(MethodOutline method, Pretence pretence) {
    return method.steps().stream()
        .filter(step -> pretence == Pretence.NO_WORK || step.kind() == Kind.SWALLOW)
        .filter(step -> step.kind() != Kind.PREPARE);
  }

  /** What the method does and what its comments admit; the success comes last. */
  private static List<Observation> observations(
      TypeEntry entry, MethodOutline method, Pretence pretence) {
    String path = entry.unit().path();
    List<Observation> observations = new ArrayList<>();
    for (MethodOutline.Remark remark : Confessions.in(method.remarks())) {
      observations.add(
          new Observation(
              new Location(path, remark.region()),
              "its comment says " + Confessions.words(remark)));
    }
    steps(method, pretence)
        .sorted(Comparator.comparing((Step step) -> step.kind() == Kind.SUCCESS))
        .forEach(
            step ->
                observations.add(new Observation(new Location(path, step.region()), step.words())));
    return observations;
  }

  private static List<Related> related(RoleCast cast, TypeEntry type) {
    boolean itself = cast.canonical().filter(own -> own.id() == type.id()).isPresent();
    return itself ? List.of() : cast.related();
  }
}
