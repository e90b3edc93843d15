package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import java.util.BitSet;

/**
 * Tells which types of a codebase are what they were at the look before, so that what two of them
 * were found to be beside each other they still are.
 *
 * <p>It is asked where {@linkplain Changes#keepPackages there are files of the same packages}, as
 * an import of a whole package is a library's or not by these. Not safe for concurrent use.
 */
final class Steady {

  private static final int OTHER = -1;

  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final Changes changes;
  private final boolean asMany;
  private final Answers same = new Answers();
  private final Answers asFrequent = new Answers();

  /**
   * What is steady in a codebase.
   *
   * @param asMany whether it has as many types as it had
   */
  Steady(ProfileIndex index, Hierarchy hierarchy, Changes changes, boolean asMany) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.changes = changes;
    this.asMany = asMany;
  }

  /** What was answered by type. */
  private static final class Answers {
    final BitSet known = new BitSet();
    final BitSet yes = new BitSet();
  }

  /**
   * The id that a type had, if its file and those of its super-types have not changed and each name
   * in them leads where it led; else -1.
   */
  int idOfSame(TypeEntry entry) {
    int id = entry.id();
    if (!same.known.get(id)) {
      same.known.set(id);
      same.yes.set(id, isSame(entry));
    }
    return same.yes.get(id) ? idBefore(entry) : OTHER;
  }

  private boolean isSame(TypeEntry entry) {
    return idBefore(entry) != OTHER
        && changes.keepNamesIn(entry.unit())
        && changes.keepParents(hierarchy.ancestors(entry));
  }

  private int idBefore(TypeEntry entry) {
    return index.idBefore(index.of(entry));
  }

  /** The same if, besides, as many types as before have each of its features. */
  int idOfAsFrequent(TypeEntry entry) {
    int id = entry.id();
    if (!asFrequent.known.get(id)) {
      asFrequent.known.set(id);
      asFrequent.yes.set(id, asMany && idOfSame(entry) != OTHER && !index.of(entry).isAnyChanged());
    }
    return asFrequent.yes.get(id) ? idBefore(entry) : OTHER;
  }
}
