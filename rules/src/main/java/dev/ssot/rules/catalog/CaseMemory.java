package dev.ssot.rules.catalog;

import dev.ssot.rules.rivals.RivalMemory;

/**
 * What the scans of one run found out of the code, so that the next of them works out again what
 * changes can have an influence on, and little else. It says the same as without.
 *
 * <p>Not safe for concurrent use.
 */
public final class CaseMemory {

  private final RivalMemory rivals;
  private final ProjectImports imports = new ProjectImports();
  private final KnownAccesses accesses = new KnownAccesses();
  private final KnownReadings readings = new KnownReadings();

  /** A memory of the scans of one run. */
  public CaseMemory() {
    this(new RivalMemory());
  }

  /** A memory that has some of rivals. */
  public CaseMemory(RivalMemory rivals) {
    this.rivals = rivals;
  }

  RivalMemory rivals() {
    return rivals;
  }

  ProjectImports imports() {
    return imports;
  }

  KnownAccesses accesses() {
    return accesses;
  }

  KnownReadings readings() {
    return readings;
  }

  /** Lets go of what only a scan that is over went on from. */
  public void settle() {
    rivals.settle();
  }
}
