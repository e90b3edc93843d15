package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.Signature;
import dev.ssot.rules.codebase.TypeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * All members that callers of a type see, inherited ones included, the nearest declaration first.
 *
 * @param open whether it may have members that nobody sees here: it inherits from a library, or an
 *     annotation makes some when it is compiled
 */
record Contract(TypeEntry entry, List<Member> members, boolean open) {

  /** A member with the type that declares it. */
  record Member(Signature signature, String packageName) {

    boolean isStatic() {
      return signature.modifiers().contains(Modifier.STATIC);
    }

    /** Whether it can be called from a package; what heirs see of protected members is left out. */
    boolean isVisibleIn(String user) {
      if (signature.modifiers().contains(Modifier.PUBLIC)) {
        return true;
      }
      return !signature.modifiers().contains(Modifier.PRIVATE) && user.equals(packageName);
    }
  }

  Contract {
    members = List.copyOf(members);
  }

  /** The members of a kind and name; a constructor's name is that of its type. */
  List<Member> named(Kind kind, String name) {
    List<Member> named = new ArrayList<>();
    for (Member member : members) {
      boolean same =
          member.signature().kind() == kind
              && (kind == Kind.CONSTRUCTOR || member.signature().name().equals(name));
      if (same) {
        named.add(member);
      }
    }
    return named;
  }

  String simpleName() {
    return entry.type().simpleName();
  }

  /** Whether an instance can be created at all. */
  boolean isCreatable() {
    return entry.type().kind() != TypeKind.INTERFACE && !entry.type().has(Modifier.ABSTRACT);
  }
}
