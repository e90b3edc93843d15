package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Obstacle;
import dev.ssot.rules.model.Triage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides which shims go.
 *
 * <p>More is asked than the rule asks: nothing else in the scanned files may name the type, be it
 * in documentation or in a string.
 */
final class ShimFixes {

  private final Codebase codebase;
  private final Rewriting rewriting;
  private final Map<String, Set<String>> removals = new TreeMap<>();
  private final Set<Finding> fixed = new LinkedHashSet<>();
  private final List<Obstacle> obstacles = new ArrayList<>();

  ShimFixes(Codebase codebase, Rewriting rewriting, List<Finding> findings) {
    this.codebase = codebase;
    this.rewriting = rewriting;
    for (Finding finding : findings) {
      boolean accepted = finding.triage() instanceof Triage.Suppressed;
      if (!accepted && finding.evidence() instanceof Evidence.Shim shim) {
        add(finding, shim.type().name());
      }
    }
  }

  private void add(Finding finding, String type) {
    String reason = codebase.type(type).map(this::reason).orElse("it is declared nowhere");
    if (reason.isEmpty()) {
      remove(type);
      fixed.add(finding);
    } else {
      obstacles.add(new Obstacle(finding.rule(), finding.location(), reason));
    }
  }

  private void remove(String type) {
    codebase
        .type(type)
        .ifPresent(
            entry ->
                removals.computeIfAbsent(entry.unit().path(), path -> new TreeSet<>()).add(type));
  }

  /** Why a shim stays, or the empty string. */
  private String reason(TypeEntry shim) {
    if (codebase.declarations(shim.name()).size() > 1) {
      return "it is declared more than once";
    }
    for (ServiceFile file : codebase.services()) {
      if (file.service().equals(shim.name())
          || file.providers().stream().anyMatch(one -> one.name().equals(shim.name()))) {
        return "%s names it".formatted(file.path());
      }
    }
    String simple = shim.type().simpleName();
    List<SourceUnit> others =
        codebase.units().stream().filter(unit -> !unit.path().equals(shim.unit().path())).toList();
    Set<String> naming = rewriting.words(others, Set.of(simple)).keySet();
    for (SourceUnit unit : others) {
      if (naming.contains(unit.path()) && names(unit, shim)) {
        return "%s names it".formatted(unit.path());
      }
    }
    return emptied(shim, others);
  }

  /** Whether a file that holds the simple name of a shim may mean it. */
  private boolean names(SourceUnit unit, TypeEntry shim) {
    String simple = shim.type().simpleName();
    boolean imported =
        unit.imports().stream()
            .anyMatch(
                single -> single.path() == AccessPath.IMPORT && single.simpleName().equals(simple));
    boolean near =
        unit.packageName().equals(shim.unit().packageName())
            || unit.imports().stream()
                .anyMatch(
                    single ->
                        single.path() == AccessPath.WILDCARD_IMPORT
                            && single.name().equals(shim.unit().packageName()));
    List<TypeTrace> traces = rewriting.traces(List.of(unit), Set.of(shim.name()));
    return !traces.isEmpty() || (near && !imported) || rewriting.contains(unit, shim.name());
  }

  /** A module must not export or open a package in which nothing is left. */
  private String emptied(TypeEntry shim, List<SourceUnit> others) {
    String packageName = shim.unit().packageName();
    boolean last =
        others.stream()
            .noneMatch(unit -> unit.packageName().equals(packageName) && !unit.types().isEmpty());
    List<SourceUnit> modules = others.stream().filter(unit -> !unit.modules().isEmpty()).toList();
    boolean named = last && !rewriting.words(modules, Set.of(packageName)).isEmpty();
    return named
        ? "a module speaks of the package `%s`, which would be empty"
            .formatted(DottedNames.qualifier(shim.name()))
        : "";
  }

  /** The types that go, by path. */
  Map<String, Set<String>> removals() {
    return removals;
  }

  Set<Finding> fixed() {
    return fixed;
  }

  List<Obstacle> obstacles() {
    return obstacles;
  }
}
