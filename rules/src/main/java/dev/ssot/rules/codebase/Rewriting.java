package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reading of single files for their change; nothing is written.
 *
 * <p>A file that can no longer be read gives nothing.
 */
public interface Rewriting {

  /** The shapes of types, in their order. */
  List<TypeShape> shapes(Collection<TypeEntry> types);

  /** How files use types; nothing of a file for a type that its code does not name. */
  List<TypeTrace> traces(Collection<SourceUnit> units, Set<String> types);

  /** Which of some identifiers each file holds anywhere, by path; files with none are left out. */
  Map<String, Set<String>> words(Collection<SourceUnit> units, Set<String> wanted);

  /** The same for code alone, comments and literals left out. */
  Map<String, Set<String>> identifiers(Collection<SourceUnit> units, Set<String> wanted);

  /** Whether a file holds a text. */
  boolean contains(SourceUnit unit, String text);

  /**
   * The type of a constant if it is written as a literal of that type: {@code String}, {@code int}
   * or {@code long}.
   */
  Optional<String> literalType(TypeEntry type, String constant);

  /**
   * The text of a class that has some methods of one type and holds another type, for a person to
   * fill in; it compiles as it is. The empty string if the first type declares none of them.
   */
  String adapter(TypeEntry from, TypeEntry to, Set<String> methods);

  /** Carries out an order. */
  FileRewriting rewrite(RewriteOrder order);
}
