package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Rewriting;
import dev.ssot.rules.codebase.TypeShape;
import dev.ssot.rules.codebase.TypeShape.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The types that are replaced, their member types included, held against their replacements, and
 * which of them belong together: a type can only be replaced where those are that its members speak
 * of.
 */
final class Fits {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Map<String, Move> moves = new TreeMap<>();
  private final Map<String, Fit> fits = new TreeMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();

  Fits(Codebase codebase, Hierarchy hierarchy, Rewriting rewriting, Collection<Move> wanted) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    wanted.forEach(this::add);
    compare(rewriting);
    link();
  }

  private void add(Move move) {
    if (moves.putIfAbsent(move.source(), move) != null) {
      return;
    }
    for (TypeEntry nested : codebase.types()) {
      if (nested.type().enclosing().equals(move.source())) {
        codebase
            .type(move.target() + "." + nested.type().simpleName())
            .ifPresent(other -> add(new Move(nested, other)));
      }
    }
  }

  private void compare(Rewriting rewriting) {
    Map<String, TypeEntry> types = new LinkedHashMap<>();
    for (Move move : moves.values()) {
      types.put(move.source(), move.from());
      types.put(move.target(), move.to());
      hierarchy
          .ancestors(move.to())
          .forEach(name -> codebase.type(name).ifPresent(one -> types.put(name, one)));
    }
    Map<String, TypeShape> shapes = new HashMap<>();
    rewriting.shapes(types.values()).forEach(shape -> shapes.put(shape.entry().name(), shape));
    Map<String, String> names = new TreeMap<>();
    moves.values().forEach(move -> names.put(move.source(), move.target()));
    for (Move move : moves.values()) {
      TypeShape from = shapes.get(move.source());
      TypeShape to = shapes.get(move.target());
      if (from != null && to != null) {
        fits.put(
            move.source(), new Fit(move, from, to, offered(move.to(), shapes), hierarchy, names));
      }
    }
  }

  private List<Member> offered(TypeEntry type, Map<String, TypeShape> shapes) {
    List<Member> offered = new ArrayList<>();
    Optional.ofNullable(shapes.get(type.name())).ifPresent(one -> offered.addAll(one.members()));
    for (String ancestor : hierarchy.ancestors(type)) {
      TypeShape shape = shapes.get(ancestor);
      if (shape != null) {
        shape.members().stream()
            .filter(member -> !member.name().equals("<init>"))
            .forEach(offered::add);
      }
    }
    return offered;
  }

  private void link() {
    moves.keySet().forEach(name -> groups.put(name, new TreeSet<>(Set.of(name))));
    fits.forEach(
        (name, fit) -> {
          for (String other : fit.mentioned()) {
            join(name, other);
          }
        });
    for (String name : moves.keySet()) {
      moves.keySet().stream()
          .filter(other -> name.startsWith(other + "."))
          .forEach(other -> join(name, other));
    }
  }

  private void join(String one, String other) {
    Set<String> joined = new TreeSet<>(group(one));
    joined.addAll(group(other));
    joined.forEach(name -> groups.put(name, joined));
  }

  /** The types that can only be replaced together with one, itself included. */
  Set<String> group(String type) {
    return groups.getOrDefault(type, Set.of(type));
  }

  /** Names of all types that are replaced. */
  Set<String> sources() {
    return moves.keySet();
  }

  Optional<Move> move(String source) {
    return Optional.ofNullable(moves.get(source));
  }

  Optional<Fit> fit(String source) {
    return Optional.ofNullable(fits.get(source));
  }
}
