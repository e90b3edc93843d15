package dev.ssot.rules.catalog;

import dev.ssot.rules.rivals.RivalMemory;

/**
 * What the scans of one run found out of the code, so that the next of them works out again what
 * changes can have an influence on, and little else. It says the same as without.
 *
 * <p>Not safe for concurrent use.
 */
public final class CaseMemory {

  private final RivalMemory rivals = new RivalMemory();
  private final ProjectImports imports = new ProjectImports();

  RivalMemory rivals() {
    return rivals;
  }

  ProjectImports imports() {
    return imports;
  }
}
