package dev.ssot.rules.catalog;

import dev.ssot.rules.catalog.ProjectImports.Named;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.Subject;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds imports of project types that do not exist.
 *
 * <p>A package of the codebase may have types that the scan does not see: generated ones, or those
 * of another artifact with the same package. So an import is only reported when the codebase says
 * where the type went (the same simple name stands in one of its packages) or what was meant (a
 * name that differs by a letter or two), when the type's file was not merely left out, and when no
 * other type of the package is missing without a trace.
 */
final class UnresolvedImport implements Rule {

  private static final int MOST_CANDIDATES = 5;

  @Override
  public String id() {
    return "unresolved-import";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<String> tags() {
    return List.of("import");
  }

  @Override
  public Judgement judge(Case facts) {
    Codebase codebase = facts.codebase();
    Map<String, List<Named>> missing = new HashMap<>();
    int looked = 0;
    for (List<Named> ofUnit : facts.projectImports()) {
      looked += ofUnit.size();
      for (Named named : ofUnit) {
        if (!codebase.hasType(named.type()) && !facts.isUnseen(named.type())) {
          missing.computeIfAbsent(named.type(), name -> new ArrayList<>()).add(named);
        }
      }
    }
    Set<String> unseen = packagesWithUnseenTypes(codebase, missing.keySet());
    List<Finding> findings = new ArrayList<>();
    missing.forEach((type, sites) -> report(codebase, type, sites, unseen, findings));
    return Judgement.of(findings, looked, "imports of project packages");
  }

  /** Packages of which some types are plainly elsewhere: they are imported and left no trace. */
  private static Set<String> packagesWithUnseenTypes(Codebase codebase, Set<String> missing) {
    Set<String> packages = new HashSet<>();
    for (String type : missing) {
      if (candidates(codebase, type).isEmpty()) {
        packages.add(DottedNames.qualifier(type));
      }
    }
    return packages;
  }

  private void report(
      Codebase codebase,
      String type,
      List<Named> sites,
      Set<String> unseen,
      List<Finding> findings) {
    List<TypeRef> candidates = candidates(codebase, type);
    if (candidates.isEmpty() || unseen.contains(DottedNames.qualifier(type))) {
      return;
    }
    for (Named site : sites) {
      findings.add(finding(site, type, candidates));
    }
  }

  private static List<TypeRef> candidates(Codebase codebase, String type) {
    String simpleName = DottedNames.last(type);
    List<TypeRef> candidates = new ArrayList<>();
    for (TypeEntry entry : codebase.withSimpleName(simpleName)) {
      if (entry.unit().kind() != SourceKind.TEST && entry.type().isTopLevel()) {
        candidates.add(entry.ref());
      }
    }
    if (candidates.isEmpty()) {
      for (String near : codebase.topLevelTypes(DottedNames.qualifier(type))) {
        if (NearNames.isTypo(simpleName, near)) {
          codebase
              .type(DottedNames.qualifier(type) + "." + near)
              .ifPresent(e -> candidates.add(e.ref()));
        }
      }
    }
    return candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()));
  }

  private Finding finding(Named site, String type, List<TypeRef> candidates) {
    SourceUnit unit = site.unit();
    String user = unit.firstType();
    Subject subject = Subject.ofType(user.isEmpty() ? unit.path() : user);
    String first = candidates.get(0).name();
    List<Related> related =
        candidates.stream()
            .map(candidate -> new Related("exists", candidate.name(), candidate.declaration()))
            .toList();
    String written =
        site.single().path() == AccessPath.IMPORT ? "import" : site.single().path().words();
    return new Finding(
        id(),
        severity(),
        new Location(unit.path(), site.single().region()),
        subject,
        new Statement(
            "this %s names `%s`, which does not exist in package `%s`"
                .formatted(written, type, DottedNames.qualifier(type)),
            "import `%s` instead, or delete the import".formatted(first),
            related),
        new Evidence.Unresolved(site.single().name(), candidates),
        Fingerprint.of(id(), subject, List.of(site.single().name())));
  }
}
