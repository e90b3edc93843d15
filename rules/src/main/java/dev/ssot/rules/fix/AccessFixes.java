package dev.ssot.rules.fix;

import dev.ssot.rules.catalog.CallSites;
import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileRewriting.Hindrance;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.TypeTrace;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.CallSite;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Obstacle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which files can use the canonical instead of what they reach.
 *
 * <p>Two types are two types for a compiler, however much they look alike. So a file is left alone
 * where something would not bind, and also where it hands values of the old type to files that are
 * left alone, or takes them from there: in doubt it is taken to do so whenever it names a member by
 * which such a file takes or gives them. What leaves one file alone may thus leave others alone.
 */
final class AccessFixes {

  private final Case facts;
  private final Codebase codebase;
  private final Rewriting rewriting;
  private final Wishes wishes;
  private final Fits fits;
  private final Map<String, Map<String, TypeTrace>> traces = new TreeMap<>();
  private final Map<String, SourceUnit> units = new LinkedHashMap<>();
  private final Map<Place, String> refused = new HashMap<>();
  private final Map<String, Set<String>> refusedWildcards = new HashMap<>();
  private final Map<String, RewriteOrder> tried = new HashMap<>();
  private final List<Obstacle> obstacles = new ArrayList<>();

  /** A type in a file. */
  private record Place(String path, String type) {}

  AccessFixes(Case facts, Rewriting rewriting, List<Finding> findings) {
    this.facts = facts;
    this.codebase = facts.codebase();
    this.rewriting = rewriting;
    this.wishes = new Wishes(codebase, facts.policy(), findings);
    this.fits = new Fits(codebase, facts.hierarchy(), rewriting, wishes.moves().values());
    codebase.units().forEach(unit -> units.put(unit.path(), unit));
    decide();
  }

  private void decide() {
    if (wishes.moves().isEmpty()) {
      return;
    }
    readTraces();
    for (Wishes.OfFile file : wishes.files()) {
      file.types().forEach(type -> check(file, type));
    }
    wishes.files().forEach(this::tryRewriting);
    settle();
  }

  /** Module declarations name types and exchange no values. */
  private void readTraces() {
    Set<String> simple = fits.sources().stream().map(DottedNames::last).collect(Collectors.toSet());
    Set<String> paths = rewriting.identifiers(codebase.units(), simple).keySet();
    List<SourceUnit> naming =
        codebase.units().stream()
            .filter(unit -> paths.contains(unit.path()) && unit.modules().isEmpty())
            .toList();
    for (TypeTrace trace : rewriting.traces(naming, fits.sources())) {
      traces.computeIfAbsent(trace.unit().path(), path -> new TreeMap<>()).put(trace.type(), trace);
    }
  }

  private Optional<TypeTrace> trace(String path, String type) {
    return Optional.ofNullable(traces.getOrDefault(path, Map.of()).get(type));
  }

  private void refuse(String path, String type, String reason) {
    refused.putIfAbsent(new Place(path, type), reason);
  }

  private boolean isRefused(String path, String type) {
    return refused.containsKey(new Place(path, type));
  }

  // Each file by itself.

  private void check(Wishes.OfFile file, String type) {
    SourceUnit unit = file.unit();
    String path = unit.path();
    Move move = fits.move(type).orElseThrow();
    if (unit.kind() == SourceKind.GENERATED) {
      refuse(path, type, "the file is generated");
    }
    boolean inCode = trace(path, type).isPresent();
    if (inCode && !file.code().containsKey(type)) {
      refuse(path, type, "code of this file uses `%s` as well, and may".formatted(type));
    }
    if (wishes.isAccepted(unit, type)) {
      refuse(path, type, "a suppression accepts another use of `%s` in this file".formatted(type));
    }
    if (!isReachable(move, unit)) {
      refuse(path, type, "`%s` cannot be seen from here".formatted(move.target()));
    }
    if (inCode || namesMembers(unit, type)) {
      String reason = misfit(unit, move);
      if (!reason.isEmpty()) {
        refuse(path, type, reason);
      }
    }
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
                      entry.type().has(dev.ssot.rules.codebase.Modifier.PUBLIC)
                          || isInInterface(entry.type().enclosing()));
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
        trace(unit.path(), move.source()).map(TypeTrace::nested).orElse(Set.of())) {
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
      boolean heirs = trace(unit.path(), one).map(TypeTrace::extended).orElse(false);
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
    TypeTrace trace = trace(unit.path(), move.source()).orElse(null);
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
    return members && (single.name().equals(type) || single.name().startsWith(type + "."));
  }

  /** Looks what the text of a file says to its change. */
  private void tryRewriting(Wishes.OfFile file) {
    RewriteOrder order = order(file);
    tried.put(file.unit().path(), order);
    for (Hindrance hindrance : rewriting.rewrite(order).hindrances()) {
      String place = ":" + hindrance.region().line();
      if (file.wildcards().containsKey(hindrance.subject())) {
        refusedWildcards
            .computeIfAbsent(file.unit().path(), path -> new TreeSet<>())
            .add(hindrance.subject());
        file.wildcards()
            .getOrDefault(hindrance.subject(), Set.of())
            .forEach(
                finding ->
                    obstruct(
                        finding, hindrance.reason() + " (line" + place.replace(':', ' ') + ")"));
      } else {
        refuse(
            file.unit().path(),
            hindrance.subject(),
            "%s (line %s)".formatted(hindrance.reason(), hindrance.region().line()));
      }
    }
  }

  private void obstruct(Finding finding, String reason) {
    obstacles.add(new Obstacle(finding.rule(), finding.location(), reason));
  }

  // All files together.

  /** Leaves files alone until no file that is changed exchanges values with one that is not. */
  private void settle() {
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<Set<String>> groups = new LinkedHashSet<>();
      fits.sources().forEach(type -> groups.add(fits.group(type)));
      for (Set<String> group : groups) {
        changed |= settle(group);
      }
      for (Wishes.OfFile file : wishes.files()) {
        changed |= retry(file);
      }
    }
  }

  /** Whether fewer types than before can be replaced in a file whose other types stay. */
  private boolean retry(Wishes.OfFile file) {
    int before = refused.size();
    if (!order(file).equals(tried.get(file.unit().path()))) {
      tryRewriting(file);
    }
    return refused.size() > before;
  }

  private boolean settle(Set<String> group) {
    int before = refused.size();
    for (Wishes.OfFile file : wishes.files()) {
      linkWithin(file, group);
    }
    Set<String> moving = new TreeSet<>();
    Set<String> staying = new TreeSet<>();
    for (String path : traces.keySet()) {
      Set<String> used = new TreeSet<>(traces.getOrDefault(path, Map.of()).keySet());
      used.retainAll(group);
      if (!used.isEmpty()) {
        (moves(path, used) ? moving : staying).add(path);
      }
    }
    Map<String, Set<String>> given = exposures(moving, group);
    Map<String, Set<String>> kept = exposures(staying, group);
    kept.keySet().removeIf(path -> isHome(path, group));
    refuseTakers(moving, kept, group);
    refuseGivers(given, staying, kept, moving, group);
    return refused.size() > before;
  }

  /** Where one type of a group stays in a file, all do. */
  private void linkWithin(Wishes.OfFile file, Set<String> group) {
    String path = file.unit().path();
    for (String type : group) {
      boolean stays =
          trace(path, type).isPresent() && (isRefused(path, type) || !isWished(file, type));
      if (stays) {
        String reason = refused.getOrDefault(new Place(path, type), "");
        String words = reason.isEmpty() ? "`%s` stays in this file".formatted(type) : reason;
        file.types().stream().filter(group::contains).forEach(other -> refuse(path, other, words));
      }
    }
  }

  /** Whether a type, or one around it, is to be replaced in a file. */
  private static boolean isWished(Wishes.OfFile file, String type) {
    return file.code().keySet().stream()
        .anyMatch(wished -> type.equals(wished) || type.startsWith(wished + "."));
  }

  private boolean moves(String path, Set<String> used) {
    return wishes.files().stream()
        .filter(file -> file.unit().path().equals(path))
        .anyMatch(
            file ->
                used.stream().allMatch(type -> isWished(file, type))
                    && file.types().stream()
                        .filter(type -> used.stream().anyMatch(u -> fits.group(u).contains(type)))
                        .noneMatch(type -> isRefused(path, type)));
  }

  /** The file that declares one of the types and nothing else: its members go with the type. */
  private boolean isHome(String path, Set<String> group) {
    SourceUnit unit = units.get(path);
    return unit != null
        && unit.types().stream()
            .filter(type -> type.isTopLevel())
            .allMatch(
                type ->
                    group.stream()
                        .anyMatch(
                            one ->
                                one.equals(type.qualifiedName())
                                    || one.startsWith(type.qualifiedName() + ".")));
  }

  /** By which names files take or give values of a group, and those of types that inherit. */
  private Map<String, Set<String>> exposures(Set<String> paths, Set<String> group) {
    Map<String, Set<String>> exposures = new TreeMap<>();
    for (String path : paths) {
      Set<String> names = new TreeSet<>();
      for (String type : group) {
        trace(path, type).ifPresent(trace -> names.addAll(trace.exposures()));
      }
      if (!names.isEmpty()) {
        names.addAll(heirs(path, group));
        exposures.put(path, names);
      }
    }
    return exposures;
  }

  /** Simple names of types anywhere that inherit from a type of a file which inherits itself. */
  private Set<String> heirs(String path, Set<String> group) {
    Set<String> own = new TreeSet<>();
    codebase.types().stream()
        .filter(entry -> entry.unit().path().equals(path))
        .filter(entry -> !Collections.disjoint(facts.hierarchy().ancestors(entry), group))
        .forEach(entry -> own.add(entry.name()));
    Set<String> heirs = new TreeSet<>();
    if (!own.isEmpty()) {
      codebase.types().stream()
          .filter(entry -> !Collections.disjoint(facts.hierarchy().ancestors(entry), own))
          .forEach(entry -> heirs.add(entry.type().simpleName()));
    }
    return heirs;
  }

  /** Leaves files alone that name what files left alone take or give. */
  private void refuseTakers(Set<String> moving, Map<String, Set<String>> kept, Set<String> group) {
    if (kept.isEmpty()) {
      return;
    }
    Map<String, Set<String>> words = words(moving, all(kept));
    words.forEach((path, found) -> refuse(path, group, exchange(found, kept)));
  }

  private void refuse(String path, Set<String> group, String reason) {
    wishes.files().stream()
        .filter(file -> file.unit().path().equals(path))
        .flatMap(file -> file.types().stream())
        .filter(group::contains)
        .forEach(type -> refuse(path, type, reason));
  }

  private String exchange(Set<String> found, Map<String, Set<String>> kept) {
    String name = found.iterator().next();
    String path =
        kept.entrySet().stream()
            .filter(entry -> entry.getValue().contains(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return "it may exchange values with %s, which stays as it is, by `%s`".formatted(path, name);
  }

  /**
   * Leaves files alone by whose members files that stay may take or give values, themselves or by
   * way of a third one.
   */
  private void refuseGivers(
      Map<String, Set<String>> given,
      Set<String> staying,
      Map<String, Set<String>> kept,
      Set<String> moving,
      Set<String> group) {
    if (given.isEmpty() || staying.isEmpty()) {
      return;
    }
    Set<String> names = all(given);
    Map<String, Set<String>> users = words(staying, names);
    Set<String> third = new TreeSet<>(units.keySet());
    third.removeAll(moving);
    third.removeAll(staying);
    Set<String> touched = words(third, all(kept)).keySet();
    users.putAll(words(touched, names));
    given.forEach(
        (path, own) ->
            users.forEach(
                (user, found) -> {
                  boolean meets = !Collections.disjoint(own, found);
                  if (meets && !(isHome(user, group) && !knows(user, path))) {
                    Set<String> shared = new TreeSet<>(own);
                    shared.retainAll(found);
                    refuse(path, group, exchange(shared, Map.of(user, shared)));
                  }
                }));
  }

  /** Whether a file names a type that another declares. */
  private boolean knows(String path, String other) {
    SourceUnit unit = units.get(other);
    Set<String> names = new TreeSet<>();
    if (unit != null) {
      unit.types().forEach(type -> names.add(type.simpleName()));
    }
    return !words(Set.of(path), names).isEmpty();
  }

  private static Set<String> all(Map<String, Set<String>> names) {
    Set<String> all = new TreeSet<>();
    names.values().forEach(all::addAll);
    return all;
  }

  private Map<String, Set<String>> words(Set<String> paths, Set<String> names) {
    List<SourceUnit> some = paths.stream().map(units::get).filter(unit -> unit != null).toList();
    return rewriting.identifiers(some, names);
  }

  // What comes of it.

  private RewriteOrder order(Wishes.OfFile file) {
    String path = file.unit().path();
    Map<String, String> moves = new TreeMap<>();
    for (String type : file.types()) {
      if (!isRefused(path, type)) {
        fits.move(type).ifPresent(move -> moves.put(type, move.target()));
      }
    }
    Set<String> wildcards = new TreeSet<>(file.wildcards().keySet());
    wildcards.removeAll(refusedWildcards.getOrDefault(path, Set.of()));
    return RewriteOrder.toMove(file.unit(), moves, wildcards);
  }

  /** The orders that can be carried out, by path. */
  Map<String, RewriteOrder> orders() {
    Map<String, RewriteOrder> orders = new TreeMap<>();
    for (Wishes.OfFile file : wishes.files()) {
      RewriteOrder order = order(file);
      if (!order.moves().isEmpty() || !order.wildcards().isEmpty()) {
        orders.put(file.unit().path(), order);
      }
    }
    return orders;
  }

  /** The findings that the orders fix. */
  Set<Finding> fixed() {
    Set<Finding> fixed = new LinkedHashSet<>();
    Set<Finding> left = new LinkedHashSet<>();
    for (Wishes.OfFile file : wishes.files()) {
      String path = file.unit().path();
      for (String type : file.types()) {
        (isRefused(path, type) ? left : fixed).addAll(file.findings(type));
      }
      file.wildcards()
          .forEach(
              (name, findings) ->
                  (refusedWildcards.getOrDefault(path, Set.of()).contains(name) ? left : fixed)
                      .addAll(findings));
    }
    fixed.removeAll(left);
    return fixed;
  }

  /** What is not fixed, and why. */
  List<Obstacle> obstacles() {
    List<Obstacle> all = new ArrayList<>(wishes.obstacles());
    all.addAll(obstacles);
    for (Wishes.OfFile file : wishes.files()) {
      for (String type : file.types()) {
        String reason = refused.get(new Place(file.unit().path(), type));
        if (reason != null) {
          for (Finding finding : file.findings(type)) {
            Location location = finding.location();
            all.add(new Obstacle(finding.rule(), location, reason));
          }
        }
      }
    }
    return all;
  }
}
