package dev.ssot.rules.change;

import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.Isolation;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.Permission.Extent;
import dev.ssot.rules.model.Permission.Kind;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.RealTypes;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.ReservedCalls;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.Structure;
import dev.ssot.rules.model.Suppression;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists all that a codebase is permitted: by its policy, its baseline and its source. */
public final class Permissions {

  private static final String NO_POLICY = "ssot.yaml";

  private final List<Permission> all = new ArrayList<>();
  private final Location policyFile;

  private Permissions(Policy policy) {
    policyFile = new Location(policy.path().isEmpty() ? NO_POLICY : policy.path(), Region.start());
  }

  /**
   * The permissions of a scan.
   *
   * @param suppressions those in the source and those in the policy
   * @param rules what the rules say of themselves
   */
  public static List<Permission> of(
      Policy policy,
      Baseline baseline,
      List<Suppression> suppressions,
      List<ShimUse> shims,
      List<RuleDescription> rules) {
    Permissions permissions = new Permissions(policy);
    baseline.lines().forEach(line -> permissions.entry(line, baseline.path()));
    suppressions.forEach(permissions::suppression);
    shims.forEach(permissions::shim);
    permissions.sources(policy.sources());
    policy.roles().forEach(permissions::role);
    policy.forbidden().forEach(path -> permissions.forbidden(path, ""));
    permissions.severities(policy, rules);
    permissions.gate(policy);
    permissions.structure(policy.structure());
    return List.copyOf(permissions.all);
  }

  private void entry(Baseline.Line line, String path) {
    add(
        Kind.BASELINE_ENTRY,
        "`%s` at `%s`, %s"
            .formatted(
                line.entry().rule(), line.entry().subject(), line.entry().fingerprint().value()),
        Extent.plain(),
        new Location(path, new Region(line.number(), 1, line.number(), 1)));
  }

  private void suppression(Suppression suppression) {
    add(
        Kind.SUPPRESSION,
        "`%s` at `%s`".formatted(suppression.rule(), suppression.subject()),
        until(suppression.terms().until()),
        suppression.location());
  }

  private void shim(ShimUse shim) {
    try {
      LocalDate until = LocalDate.parse(shim.terms().until());
      add(Kind.SHIM, quoted(shim.type().name()), until(until), shim.type().declaration());
    } catch (DateTimeParseException e) {
      // A shim without an end date is permitted nothing: it is a finding.
    }
  }

  private static Extent until(LocalDate day) {
    return new Extent(day.toEpochDay(), "until " + day);
  }

  private void sources(SourceSelection sources) {
    texts(Kind.EXCLUDE, sources.excludes(), "");
    texts(Kind.TEST_ROOT, sources.testRoots(), "");
    texts(Kind.GENERATED_ROOT, sources.generatedRoots(), "");
    if (!sources.roots().isEmpty()) {
      add(
          Kind.SOURCE_ROOTS,
          "no folder but those of `sources.roots` is read",
          Extent.plain(),
          at(sources.roots().get(0).line()));
      texts(Kind.SOURCE_ROOT, sources.roots(), "");
    }
  }

  private void role(Role role) {
    String of = " of the role " + quoted(role.id());
    add(Kind.ROLE, quoted(role.id()), Extent.plain(), at(role.canonical().line()));
    texts(Kind.UNRELATED, role.unrelated(), of);
    int threshold = role.recognition().threshold();
    add(
        Kind.THRESHOLD,
        "rivals" + of,
        new Extent(threshold, "from " + threshold + " %"),
        at(role.canonical().line()));
    role.forbidden().forEach(path -> forbidden(path, of));
    reserved(role.paths().reserved(), of);
    real(role, of);
  }

  private void real(Role role, String of) {
    RealTypes real = role.paths().real();
    if (real.areAsked()) {
      texts(Kind.REAL_TYPE, List.of(role.canonical()), of);
      texts(Kind.REAL_TYPE, real.types(), of);
    }
    for (AccessException exception : real.except()) {
      add(
          Kind.EXCEPTION,
          "%s may mock the types%s".formatted(quoted(exception.from().text()), of),
          Extent.plain(),
          at(exception.line()));
    }
  }

  private void forbidden(ForbiddenPath path, String of) {
    String what = quoted(path.pattern().text()) + of;
    add(Kind.FORBIDDEN_PATH, what, extent(path.severity()), at(path.line()));
    exceptions(path.except(), what);
  }

  private void reserved(ReservedCalls reserved, String of) {
    for (ReservedCalls.Call call : reserved.calls()) {
      for (PolicyText type : call.types()) {
        String methods =
            call.methods().stream()
                .map(PolicyText::value)
                .sorted()
                .collect(Collectors.joining(","));
        String arguments =
            call.arguments().stream()
                .map(PolicyText::value)
                .sorted()
                .collect(Collectors.joining(","));
        add(
            Kind.RESERVED_CALL,
            "`%s#%s(%s)`%s".formatted(type.value(), methods, arguments, of),
            Extent.plain(),
            at(type.line()));
      }
    }
    exceptions(reserved.except(), "the calls" + of);
  }

  private void exceptions(List<AccessException> exceptions, String from) {
    for (AccessException exception : exceptions) {
      add(
          Kind.EXCEPTION,
          "%s may use %s".formatted(quoted(exception.from().text()), from),
          Extent.plain(),
          at(exception.line()));
    }
  }

  private void severities(Policy policy, List<RuleDescription> rules) {
    for (RuleDescription rule : rules) {
      Severity severity = policy.severities().getOrDefault(rule.id(), rule.severity());
      add(Kind.SEVERITY, quoted(rule.id()), extent(severity), at(policy, "rules." + rule.id()));
    }
  }

  private static Extent extent(Severity severity) {
    return new Extent(severity.compareTo(Severity.ERROR), severity.label());
  }

  private void gate(Policy policy) {
    Policy.Gate gate = policy.gate();
    add(
        Kind.FAIL_ON,
        "`gate.fail-on`",
        new Extent(Severity.NOTE.compareTo(gate.failOn()), gate.failOn().label()),
        at(policy, "gate.fail-on"));
    add(
        Kind.MINIMUM_SCORE,
        "`gate.minimum-score`",
        new Extent(-gate.minimumScore(), gate.minimumScore() + " %"),
        at(policy, "gate.minimum-score"));
  }

  private void structure(Structure structure) {
    for (Isolation isolation : structure.isolated()) {
      texts(Kind.ISOLATED_TYPE, isolation.types(), "");
      for (PolicyText exception : isolation.except()) {
        add(
            Kind.EXCEPTION,
            "%s may share static state".formatted(quoted(exception.value())),
            Extent.plain(),
            at(exception.line()));
      }
    }
    structure
        .layers()
        .forEach(layer -> texts(Kind.LAYER, layer.types(), " in the layer " + quoted(layer.id())));
    structure
        .acyclic()
        .forEach(slices -> texts(Kind.ACYCLIC_PACKAGES, List.of(slices.pattern()), ""));
  }

  private void texts(Kind kind, List<PolicyText> texts, String of) {
    texts.forEach(text -> add(kind, quoted(text.value()) + of, Extent.plain(), at(text.line())));
  }

  private void add(Kind kind, String what, Extent extent, Location place) {
    all.add(new Permission(kind, what, extent, place));
  }

  /** Where a single value stands; the file as a whole where the value is a default. */
  private Location at(Policy policy, String key) {
    return Optional.ofNullable(policy.places().get(key)).map(this::at).orElse(policyFile);
  }

  private Location at(PolicyLine line) {
    if (line.file().isEmpty() || line.line() == 0) {
      return policyFile;
    }
    return new Location(
        line.file(), new Region(line.line(), line.column(), line.line(), line.column()));
  }

  private static String quoted(String text) {
    return "`" + text + "`";
  }
}
