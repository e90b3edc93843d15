package dev.ssot.rules.codebase;

import java.util.List;
import java.util.Set;

/**
 * The calls that one file makes on watched types.
 *
 * @param calls in the order of the file
 * @param consulted paths of the files, apart from its own, whose declarations had to be known for
 *     that; besides, only the names of types count, and who inherits from whom
 */
public record FileCalls(SourceUnit unit, List<CallFact> calls, Set<String> consulted) {

  public FileCalls {
    calls = List.copyOf(calls);
    consulted = Set.copyOf(consulted);
  }
}
