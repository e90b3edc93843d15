package dev.ssot.rules.values;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The types whose constants belong to a role: its canonical, and those that the policy names. */
public final class RoleTypes {

  private final Codebase codebase;
  private final RoleCast cast;
  private final Set<String> names = new LinkedHashSet<>();

  public RoleTypes(Codebase codebase, RoleCast cast) {
    this.codebase = codebase;
    this.cast = cast;
    names.add(cast.role().canonical().value());
    add(cast.role().values().constants());
    add(cast.role().values().messages());
  }

  private void add(List<PolicyText> texts) {
    for (PolicyText text : texts) {
      if (codebase.hasType(text.value())) {
        names.add(text.value());
      }
    }
  }

  /** Their qualified names. */
  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /** Whether a type is one of them or nested in one. */
  boolean own(String type) {
    for (String name : names) {
      if (DottedNames.isIn(type, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the policy says that a type has nothing to do with the role. */
  boolean isUnrelated(String type) {
    return cast.role().unrelated().stream()
        .anyMatch(text -> Patterns.covers(AccessPattern.parse(text.value()), type));
  }

  /** Their declarations in production code, nested types among them. */
  List<TypeEntry> entries() {
    List<TypeEntry> entries = new ArrayList<>();
    for (TypeEntry entry : codebase.types()) {
      if (entry.unit().kind() == SourceKind.PRODUCTION && own(entry.name())) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Whether code of another package can name a type. */
  boolean isPublic(TypeEntry entry) {
    boolean open = entry.type().has(Modifier.PUBLIC);
    if (entry.type().isTopLevel()) {
      return open;
    }
    return codebase
        .type(entry.type().enclosing())
        .filter(outer -> open || outer.type().kind() == TypeKind.INTERFACE)
        .filter(this::isPublic)
        .isPresent();
  }

  /** The type itself and those around it, the innermost first. */
  static List<String> around(String type) {
    Set<String> all = new LinkedHashSet<>();
    for (String at = type; !at.isEmpty(); at = DottedNames.qualifier(at)) {
      all.add(at);
    }
    return List.copyOf(all);
  }
}
