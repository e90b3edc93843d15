package dev.ssot.rules.codebase;

import java.util.List;

/**
 * A module declaration.
 *
 * @param folder the folder that holds it, relative to the base of the scan; the empty string for
 *     the base itself
 * @param exports the packages that it exports to everybody
 */
public record ModuleFact(String name, String folder, List<String> exports) {

  public ModuleFact {
    exports = List.copyOf(exports);
  }
}
