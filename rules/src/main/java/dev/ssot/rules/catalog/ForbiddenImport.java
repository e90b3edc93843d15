package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the access paths that the policy forbids, and imports of a canonical's simple name that do
 * not lead to the canonical.
 */
final class ForbiddenImport implements Rule {

  private static final String ID = "forbidden-import";

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
    return List.of("import", "access-path", "role");
  }

  @Override
  public boolean isFixable() {
    return true;
  }

  @Override
  public Judgement judge(Case facts) {
    return facts.accesses();
  }

  static Judgement examine(Case facts) {
    List<Prohibition> prohibitions = prohibitions(facts.policy());
    if (prohibitions.isEmpty() && facts.policy().roles().isEmpty()) {
      return Judgement.notRun("access paths", "the policy forbids no path and declares no role");
    }
    Telling telling = new Telling(facts, prohibitions);
    KnownAccesses.Found accesses =
        facts.accesses(
            new Accesses(facts.codebase(), watchedNames(prohibitions)), telling::isTelling);
    List<Finding> findings = new ArrayList<>();
    for (Access access : accesses.telling()) {
      Finding finding = judge(access, prohibitions, facts);
      if (finding != null) {
        findings.add(finding);
      }
    }
    List<Finding> all = withoutRepeats(findings);
    if (facts.bytecode().files().isEmpty()) {
      return Judgement.of(all, accesses.count(), "access paths");
    }
    return Judgement.of(
        new ForbiddenUses(facts, prohibitions).addTo(all),
        accesses.count(),
        facts.bytecode().unit("access paths, and uses"));
  }

  /** Tells the accesses that are forbidden or miss a canonical from the others, which are many. */
  private static final class Telling {

    private final Codebase codebase;
    private final List<Prohibition> prohibitions;
    private final Map<String, List<Role>> roles;

    Telling(Case facts, List<Prohibition> prohibitions) {
      this.codebase = facts.codebase();
      this.prohibitions = prohibitions;
      this.roles =
          facts.policy().roles().stream()
              .collect(Collectors.groupingBy(role -> DottedNames.last(role.canonical().value())));
    }

    boolean isTelling(Access access) {
      return prohibitions.stream().anyMatch(one -> one.forbids(access, codebase))
          || (access.path() == AccessPath.IMPORT
              && roles.getOrDefault(DottedNames.last(access.target()), List.of()).stream()
                  .anyMatch(role -> missesCanonical(access, role, codebase)));
    }
  }

  /** The forbidden paths of a policy, those of roles first. */
  static List<Prohibition> prohibitions(Policy policy) {
    return policy.allForbidden().stream().map(Prohibition::new).toList();
  }

  /** Simple names that matter to forbidden paths. */
  static Set<String> watchedNames(List<Prohibition> prohibitions) {
    Set<String> names = new TreeSet<>();
    for (Prohibition prohibition : prohibitions) {
      AccessPattern pattern = prohibition.path().pattern();
      names.add(DottedNames.last(pattern.name()));
    }
    return names;
  }

  /** What is to be said of an access path, if anything is. */
  static @Nullable Finding judge(Access access, List<Prohibition> prohibitions, Case facts) {
    for (Prohibition prohibition : prohibitions) {
      if (prohibition.forbids(access, facts.codebase())) {
        return finding(access, prohibition.path(), facts.codebase());
      }
    }
    for (Role role : facts.policy().roles()) {
      if (missesCanonical(access, role, facts.codebase())) {
        return finding(access, role);
      }
    }
    return null;
  }

  private static boolean missesCanonical(Access access, Role role, Codebase codebase) {
    String canonical = role.canonical().value();
    String simpleName = DottedNames.last(canonical);
    return access.path() == AccessPath.IMPORT
        && access.target().endsWith("." + simpleName)
        && !access.target().equals(canonical)
        && codebase.hasType(access.target())
        && role.unrelated().stream()
            .noneMatch(text -> Patterns.covers(AccessPattern.parse(text.value()), access.target()));
  }

  static Finding finding(Access access, ForbiddenPath path, Codebase codebase) {
    Severity severity = access.path() == AccessPath.JAVADOC_LINK ? Severity.NOTE : path.severity();
    String verb = path.severity() == Severity.ERROR ? "is forbidden" : "is not the preferred path";
    return new Finding(
        ID,
        severity,
        access.location(),
        subject(access),
        new Statement(
            "this %s reaches `%s`, which %s: %s"
                .formatted(access.path().words(), access.text(), verb, path.reason()),
            "use `%s` instead".formatted(path.use()),
            Case.canonicalPlace(path.use(), codebase)),
        new Evidence.Access(
            access.path(), access.text(), path.pattern().text(), path.use(), path.reason()),
        fingerprint(access));
  }

  private static Finding finding(Access access, Role role) {
    String canonical = role.canonical().value();
    String reason =
        "it has the name of the canonical of the role `%s` and is another type"
            .formatted(role.id());
    return new Finding(
        ID,
        Severity.ERROR,
        access.location(),
        subject(access),
        new Statement(
            "this %s reaches `%s`, which does not lead to the canonical `%s`"
                .formatted(access.path().words(), access.text(), canonical),
            "import `%s` instead, or list the type as `unrelated` to the role `%s`"
                .formatted(canonical, role.id()),
            List.of()),
        new Evidence.Access(access.path(), access.text(), canonical, canonical, reason),
        fingerprint(access));
  }

  private static Subject subject(Access access) {
    return Subject.ofType(access.user().isEmpty() ? access.location().path() : access.user());
  }

  private static Fingerprint fingerprint(Access access) {
    return Fingerprint.of(ID, subject(access), List.of(access.path().label(), access.text()));
  }

  /**
   * One wildcard import is one finding, although the import itself and each of the names that it
   * brings in reach what is forbidden.
   */
  private static List<Finding> withoutRepeats(List<Finding> findings) {
    Set<String> places = new HashSet<>();
    return findings.stream()
        .filter(finding -> places.add(finding.location() + " " + finding.severity()))
        .toList();
  }
}
