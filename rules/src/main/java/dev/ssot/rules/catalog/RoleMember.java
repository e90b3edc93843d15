package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Part;

/** A type that plays a declared role, and how. */
record RoleMember(TypeEntry entry, Part part) {}
