package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Region;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A second reading of a few files, for what the facts of the first one do not hold.
 *
 * <p>A rule asks for it late, for the candidates that it has. A file that can no longer be read, or
 * has changed since, gives nothing.
 */
public interface CloserLook {

  /** What the bodies of types do, in the order of the types. */
  List<TypeOutline> outlines(Collection<TypeEntry> types);

  /**
   * The calls that files make on watched types, in the order of the files.
   *
   * @param watched qualified names of types
   * @param members names of members; a call of one of them counts also where the type of its
   *     receiver is not known
   */
  default List<CallFact> calls(
      Collection<SourceUnit> units, Set<String> watched, Set<String> members) {
    return callsByFile(units, watched, members).stream()
        .flatMap(file -> file.calls().stream())
        .toList();
  }

  /** The same, those of each file together; nothing of a file that cannot be read. */
  List<FileCalls> callsByFile(
      Collection<SourceUnit> units, Set<String> watched, Set<String> members);

  /**
   * What the types of test code do with watched types, in the order of the files.
   *
   * @param watched qualified names of types
   * @param heirs qualified names of types that inherit from one
   */
  List<TestOutline> tests(Collection<SourceUnit> units, Set<String> watched, Set<String> heirs);

  /** Where a word stands on a line of a file; the whole line where it does not. */
  default Region place(SourceUnit unit, int line, String word) {
    return new Region(line, 1, line, 1);
  }

  /** The members that types declare themselves, as their callers see them. */
  List<DeclaredContract> contracts(Collection<TypeEntry> types);
}
