package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import java.util.BitSet;

/**
 * Tells which types of a codebase are what they were at the look before, so that what two of them
 * were found to be beside each other they still are.
 *
 * <p>It is asked where {@linkplain Changes#keepOutline the outline was kept} alone: there are the
 * same types with the same ids, and each name leads where it led. Not safe for concurrent use.
 */
final class Steady {

  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final Changes changes;
  private final Answers same = new Answers();
  private final Answers asFrequent = new Answers();

  Steady(ProfileIndex index, Hierarchy hierarchy, Changes changes) {
    this.index = index;
    this.hierarchy = hierarchy;
    this.changes = changes;
  }

  /** What was answered by type. */
  private static final class Answers {
    final BitSet known = new BitSet();
    final BitSet yes = new BitSet();
  }

  /** Whether the file of a type and those of its super-types have not changed. */
  boolean isSame(TypeEntry entry) {
    int id = entry.id();
    if (!same.known.get(id)) {
      same.known.set(id);
      same.yes.set(
          id, index.idBefore(index.of(entry)) == id && !changes.touch(hierarchy.ancestors(entry)));
    }
    return same.yes.get(id);
  }

  /** Whether, besides, as many types as before have each of its features. */
  boolean weighsSame(TypeEntry entry) {
    int id = entry.id();
    if (!asFrequent.known.get(id)) {
      asFrequent.known.set(id);
      asFrequent.yes.set(id, isSame(entry) && !index.of(entry).isAnyChanged());
    }
    return asFrequent.yes.get(id);
  }
}
