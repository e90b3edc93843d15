package dev.ssot.rules.codebase;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Region;

/**
 * One import declaration.
 *
 * @param path one of the four kinds of import or {@link AccessPath#MODULE_IMPORT}
 * @param name the name as written, without {@code .*}
 */
public record ImportFact(AccessPath path, String name, Region region) {

  /** The last part of the name. */
  public String simpleName() {
    return DottedNames.last(name);
  }

  /** The name without its last part, or the empty string. */
  public String qualifier() {
    return DottedNames.qualifier(name);
  }
}
