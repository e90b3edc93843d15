package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.List;

/** The members that one type declares itself, in the order of declaration. */
public record DeclaredContract(TypeEntry entry, List<Signature> members) {

  public DeclaredContract {
    members = List.copyOf(members);
  }
}
