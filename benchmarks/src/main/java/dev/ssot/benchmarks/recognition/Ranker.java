package dev.ssot.benchmarks.recognition;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;
import java.util.Set;

/** Puts all types of a codebase into an order of likeness to a given one. */
public interface Ranker {

  /** The name in tables and keys. */
  String name();

  /** The order of all types, the likest first. */
  Order order(TypeEntry query);

  /** Where types stand in an order. */
  interface Order {

    /**
     * The place of a type, from 1; 0 if the order does not hold it.
     *
     * @param absent types that take no place
     */
    int rank(int type, Set<Integer> absent);

    /** The first types in the order; equals by their ids. */
    List<Integer> first(int count);
  }
}
