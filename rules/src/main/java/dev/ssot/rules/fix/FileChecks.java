package dev.ssot.rules.fix;

import dev.ssot.rules.catalog.CallSites;
import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.CallSite;
import dev.ssot.rules.model.DottedNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells of each file by itself whether a type can be replaced in it. */
final class FileChecks {

  private final Case facts;
  private final Codebase codebase;
  private final Wishes wishes;
  private final Fits fits;
  private final Traces traces;

  FileChecks(Case facts, Wishes wishes, Fits fits, Traces traces) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.wishes = wishes;
    this.fits = fits;
    this.traces = traces;
  }

  /** Why a type cannot be replaced in a file, or the empty string. */
  String objection(Wishes.OfFile file, String type) {
    SourceUnit unit = file.unit();
    Move move = fits.move(type).orElseThrow();
    boolean inCode = traces.of(unit.path(), type).isPresent();
    if (unit.kind() == SourceKind.GENERATED) {
      return "the file is generated";
    }
    if (inCode && !file.code().containsKey(type)) {
      return "code of this file uses `%s` as well, and may".formatted(type);
    }
    if (wishes.isAccepted(unit, type)) {
      return "a suppression accepts another use of `%s` in this file".formatted(type);
    }
    if (!isReachable(move, unit)) {
      return "`%s` cannot be seen from here".formatted(move.target());
    }
    return inCode || namesMembers(unit, type) ? misfit(unit, move) : "";
  }

  /** Whether a file imports a member or a member type of a type. */
  private static boolean namesMembers(SourceUnit unit, String type) {
    return unit.imports().stream()
        .anyMatch(
            single ->
                single.name().startsWith(type + ".")
                    || (single.name().equals(type)
                        && single.path() != AccessPath.IMPORT
                        && single.path() != AccessPath.STATIC_IMPORT));
  }

  private boolean isReachable(Move move, SourceUnit user) {
    if (user.packageName().equals(move.to().unit().packageName())) {
      return true;
    }
    for (String type = move.target(); codebase.hasType(type); type = DottedNames.qualifier(type)) {
      boolean open =
          codebase.declarations(type).stream()
              .allMatch(
                  entry ->
                      entry.type().has(Modifier.PUBLIC) || isInInterface(entry.type().enclosing()));
      if (!open) {
        return false;
      }
    }
    return true;
  }

  private boolean isInInterface(String enclosing) {
    return codebase
        .type(enclosing)
        .filter(
            entry ->
                entry.type().kind() == TypeKind.INTERFACE
                    || entry.type().kind() == TypeKind.ANNOTATION)
        .isPresent();
  }

  /** Why the code of a file would not compile or mean something else with the other type. */
  private String misfit(SourceUnit unit, Move move) {
    Fit fit = fits.fit(move.source()).orElse(null);
    if (fit == null) {
      return "one of the two declarations cannot be read again";
    }
    if (!fit.flaw().isEmpty()) {
      return fit.flaw();
    }
    for (String nested :
        traces.of(unit.path(), move.source()).map(TypeTrace::nested).orElse(Set.of())) {
      String type = move.source() + "." + nested;
      if (codebase.hasType(type) && fits.move(type).isEmpty()) {
        return "`%s` has no `%s`".formatted(move.target(), nested);
      }
    }
    String missing = missing(unit, move.source());
    return missing.isEmpty() || callsBind(unit, move, fit) ? "" : missing;
  }

  /** What the types that belong together lack for the users in a file. */
  private String missing(SourceUnit unit, String type) {
    for (String one : fits.group(type)) {
      Fit fit = fits.fit(one).orElse(null);
      if (fit == null || !fit.flaw().isEmpty()) {
        return fit == null ? "a declaration cannot be read again" : fit.flaw();
      }
      boolean heirs = traces.of(unit.path(), one).map(TypeTrace::extended).orElse(false);
      String missing = fit.missing(unit.packageName(), heirs);
      if (!missing.isEmpty()) {
        return missing;
      }
    }
    return "";
  }

  /**
   * Whether a file needs so little of a type that what it needs is known, and there: no more than
   * calls that bind, in a file that keeps its values for itself.
   */
  private boolean callsBind(SourceUnit unit, Move move, Fit fit) {
    TypeTrace trace = traces.of(unit.path(), move.source()).orElse(null);
    boolean simple =
        trace != null
            && !trace.extended()
            && trace.exposures().isEmpty()
            && trace.nested().stream().noneMatch(n -> codebase.hasType(move.source() + "." + n))
            && move.from().type().kind() == TypeKind.CLASS
            && fits.group(move.source()).stream().allMatch(one -> one.startsWith(move.source()))
            && !fit.hasOpenFields()
            && unit.imports().stream().noneMatch(single -> isStatic(single, move.source()));
    if (!simple) {
      return false;
    }
    List<CallSite> sites = new CallSites(facts).of(move.from(), move.to(), List.of(unit));
    Set<String> called = new TreeSet<>();
    for (CallSite site : sites) {
      String member = site.member();
      int end = member.indexOf('(');
      String name = end < 0 ? member : member.substring(0, end);
      called.add(name.equals(move.from().type().simpleName()) ? "<init>" : name);
    }
    return sites.stream().allMatch(site -> site.answer() == CallSite.Answer.BINDS)
        && fit.throwsAlike(called);
  }

  private static boolean isStatic(ImportFact single, String type) {
    boolean members =
        single.path() == AccessPath.STATIC_IMPORT
            || single.path() == AccessPath.STATIC_WILDCARD_IMPORT;
    return members && DottedNames.isIn(single.name(), type);
  }
}
