package dev.ssot.rules.fix;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.FileRewriting;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.RewriteOrder.ConstantUse;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.FileChange;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.FixPlan;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Obstacle;
import dev.ssot.rules.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what has to change in code so that findings are gone.
 *
 * <p>Suppressed findings are left alone, known ones are fixed like open ones: a baseline is a debt
 * and no permission. Each kind of fix is tried for itself first, so that one which is not safe
 * leaves the others alone; then all changes of a file are made in one go.
 */
public final class Fixes {

  private final Case facts;
  private final Rewriting rewriting;
  private final Map<String, SourceUnit> units = new HashMap<>();

  /**
   * Fixes over a case.
   *
   * @param rewriting reads the files of the case again
   */
  public Fixes(Case facts, Rewriting rewriting) {
    this.facts = facts;
    this.rewriting = rewriting;
    facts.codebase().units().forEach(unit -> units.put(unit.path(), unit));
  }

  /**
   * Works it out.
   *
   * @param findings marked by triage
   * @param rules ids of the rules whose findings are to be fixed
   * @param problems what was not read or not understood
   */
  public FixPlan plan(List<Finding> findings, Set<String> rules, List<Problem> problems) {
    List<Finding> wanted =
        findings.stream().filter(finding -> rules.contains(finding.rule())).toList();
    AccessFixes accesses = new AccessFixes(facts, rewriting, wanted);
    LiteralFixes literals = new LiteralFixes(facts.codebase(), rewriting, wanted);
    List<Obstacle> obstacles = new ArrayList<>(accesses.obstacles());
    obstacles.addAll(literals.obstacles());
    Set<Finding> fixed = new HashSet<>(accesses.fixed());
    fixed.addAll(literals.fixed());

    Map<String, RewriteOrder> orders = new TreeMap<>(accesses.orders());
    literals.uses().forEach((path, uses) -> orders.merge(path, order(path, uses), Fixes::joined));
    ShimFixes shims = new ShimFixes(facts.codebase(), rewriting, wanted);
    obstacles.addAll(shims.obstacles());
    fixed.addAll(shims.fixed());
    shims
        .removals()
        .forEach((path, types) -> orders.merge(path, removal(path, types), Fixes::joined));
    Map<String, FileChange> changes = carryOut(orders, obstacles);
    return new FixPlan(List.copyOf(changes.values()), obstacles, fixed.size(), problems);
  }

  private SourceUnit unit(String path) {
    SourceUnit unit = units.get(path);
    if (unit == null) {
      throw new IllegalStateException("No file of the scan: " + path);
    }
    return unit;
  }

  private RewriteOrder order(String path, List<ConstantUse> uses) {
    return new RewriteOrder(unit(path), new TreeMap<>(), Set.of(), uses, Set.of());
  }

  private RewriteOrder removal(String path, Set<String> types) {
    return new RewriteOrder(unit(path), new TreeMap<>(), Set.of(), List.of(), types);
  }

  private static RewriteOrder joined(RewriteOrder one, RewriteOrder other) {
    SortedMap<String, String> moves = new TreeMap<>(one.moves());
    moves.putAll(other.moves());
    Set<String> wildcards = new TreeSet<>(one.wildcards());
    wildcards.addAll(other.wildcards());
    List<ConstantUse> constants = new ArrayList<>(one.constants());
    constants.addAll(other.constants());
    Set<String> removals = new TreeSet<>(one.removals());
    removals.addAll(other.removals());
    return new RewriteOrder(one.unit(), moves, wildcards, constants, removals);
  }

  private Map<String, FileChange> carryOut(
      Map<String, RewriteOrder> orders, List<Obstacle> obstacles) {
    Map<String, FileChange> changes = new TreeMap<>();
    orders.forEach(
        (path, order) -> {
          FileRewriting rewriting = this.rewriting.rewrite(order);
          rewriting.change().ifPresent(change -> changes.put(path, change));
          rewriting
              .hindrances()
              .forEach(
                  hindrance ->
                      obstacles.add(
                          new Obstacle(
                              "fix",
                              new Location(path, hindrance.region()),
                              "the changes of this file get in each other's way: "
                                  + hindrance.reason())));
        });
    return changes;
  }
}
