package dev.ssot.rules.fix;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.FileRewriting.Hindrance;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final Traces traces;
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
    this.traces = new Traces(codebase, rewriting, fits.sources());
    decide();
  }

  private void decide() {
    FileChecks checks = new FileChecks(facts, wishes, fits, traces);
    for (Wishes.OfFile file : wishes.files()) {
      for (String type : file.types()) {
        String objection = checks.objection(file, type);
        if (!objection.isEmpty()) {
          refuse(file.unit().path(), type, objection);
        }
      }
    }
    wishes.files().forEach(this::tryRewriting);
    settle();
  }

  private void refuse(String path, String type, String reason) {
    refused.putIfAbsent(new Place(path, type), reason);
  }

  private boolean isRefused(String path, String type) {
    return refused.containsKey(new Place(path, type));
  }

  /** Looks what the text of a file says to its change. */
  private void tryRewriting(Wishes.OfFile file) {
    RewriteOrder order = order(file);
    tried.put(file.unit().path(), order);
    for (Hindrance hindrance : rewriting.rewrite(order).hindrances()) {
      String path = file.unit().path();
      String reason = "%s (line %s)".formatted(hindrance.reason(), hindrance.region().line());
      Set<Finding> wildcards = file.wildcards().getOrDefault(hindrance.subject(), Set.of());
      if (wildcards.isEmpty()) {
        refuse(path, hindrance.subject(), reason);
      } else {
        refusedWildcards.computeIfAbsent(path, key -> new TreeSet<>()).add(hindrance.subject());
        wildcards.forEach(finding -> obstruct(finding, reason));
      }
    }
  }

  private void obstruct(Finding finding, String reason) {
    obstacles.add(new Obstacle(finding.rule(), finding.location(), reason));
  }

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
    Exchanges exchanges = new Exchanges(codebase, facts.hierarchy(), rewriting, traces, group);
    for (String path : traces.paths()) {
      Set<String> used = traces.used(path, group);
      if (!used.isEmpty()) {
        exchanges.add(path, moves(path, used));
      }
    }
    exchanges.reasons().forEach((path, reason) -> refuse(path, group, reason));
    return refused.size() > before;
  }

  private void refuse(String path, Set<String> group, String reason) {
    wishes.files().stream()
        .filter(file -> file.unit().path().equals(path))
        .flatMap(file -> file.types().stream())
        .filter(group::contains)
        .forEach(type -> refuse(path, type, reason));
  }

  /** Where one type of a group stays in a file, all do. */
  private void linkWithin(Wishes.OfFile file, Set<String> group) {
    String path = file.unit().path();
    for (String type : group) {
      boolean stays =
          traces.of(path, type).isPresent() && (isRefused(path, type) || !isWished(file, type));
      if (stays) {
        String reason = refused.getOrDefault(new Place(path, type), "");
        String words = reason.isEmpty() ? "`%s` stays in this file".formatted(type) : reason;
        file.types().stream().filter(group::contains).forEach(other -> refuse(path, other, words));
      }
    }
  }

  /** Whether a type, or one around it, is to be replaced in a file. */
  private static boolean isWished(Wishes.OfFile file, String type) {
    return file.code().keySet().stream().anyMatch(wished -> DottedNames.isIn(type, wished));
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
