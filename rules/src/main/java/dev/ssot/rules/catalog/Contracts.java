package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.DeclaredContract;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Jdk;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.Signature;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.model.Region;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the contracts of types together out of what they declare and inherit. */
final class Contracts {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Map<Integer, DeclaredContract> declared = new HashMap<>();

  /** Reads what {@code types} and all that they inherit from declare. */
  Contracts(Codebase codebase, Hierarchy hierarchy, CloserLook closer, List<TypeEntry> types) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    Set<TypeEntry> all = new LinkedHashSet<>();
    for (TypeEntry type : types) {
      all.add(type);
      hierarchy.ancestors(type).forEach(name -> codebase.type(name).ifPresent(all::add));
    }
    closer.contracts(all).forEach(one -> declared.put(one.entry().id(), one));
  }

  /** The contract of a type; none if its file has changed since it was scanned. */
  Optional<Contract> of(TypeEntry type) {
    DeclaredContract own = declared.get(type.id());
    if (own == null) {
      return Optional.empty();
    }
    List<Contract.Member> members = new ArrayList<>();
    add(own, true, members);
    boolean open = type.type().hasMadeMembers();
    for (String ancestor : hierarchy.ancestors(type)) {
      open |= !inherit(ancestor, members);
    }
    fromJdk(Object.class, members);
    if (type.type().kind() == TypeKind.ENUM) {
      fromJdk(Enum.class, members);
      open = true;
    }
    return Optional.of(new Contract(type, members, open));
  }

  /** Adds what an ancestor declares; false if nobody sees that. */
  private boolean inherit(String ancestor, List<Contract.Member> members) {
    TypeEntry parent = codebase.type(ancestor).orElse(null);
    if (parent != null) {
      DeclaredContract inherited = declared.get(parent.id());
      if (inherited != null) {
        add(inherited, false, members);
      }
      return inherited != null && !parent.type().hasMadeMembers();
    }
    Optional<Class<?>> known = Jdk.type(ancestor).or(() -> Jdk.type("java.lang." + ancestor));
    known.ifPresent(type -> fromJdk(type, members));
    return known.isPresent();
  }

  private static void add(DeclaredContract declared, boolean own, List<Contract.Member> members) {
    String packageName = declared.entry().unit().packageName();
    for (Signature signature : declared.members()) {
      boolean inherited =
          signature.kind() != Kind.CONSTRUCTOR && !signature.modifiers().contains(Modifier.PRIVATE);
      if (own || inherited) {
        members.add(new Contract.Member(signature, packageName));
      }
    }
  }

  private static void fromJdk(Class<?> type, List<Contract.Member> members) {
    for (Method method : type.getMethods()) {
      Set<Modifier> modifiers = EnumSet.of(Modifier.PUBLIC);
      if (java.lang.reflect.Modifier.isStatic(method.getModifiers())) {
        modifiers.add(Modifier.STATIC);
      }
      List<Signature.Parameter> parameters =
          Arrays.stream(method.getParameterTypes())
              // A type variable may stand behind it, so nothing is said of the type.
              .map(one -> new Signature.Parameter("", "", one.getSimpleName()))
              .toList();
      members.add(
          new Contract.Member(
              new Signature(
                  Kind.METHOD,
                  method.getName(),
                  parameters,
                  method.isVarArgs(),
                  "",
                  modifiers,
                  Region.start()),
              type.getPackageName()));
    }
  }
}
