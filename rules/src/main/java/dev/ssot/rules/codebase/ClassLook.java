package dev.ssot.rules.codebase;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A second reading of a few class files, for where values come from and go to.
 *
 * <p>A rule asks for it late, for the candidates that it has. A class file that can no longer be
 * read, or whose code cannot be followed, gives nothing.
 */
public interface ClassLook {

  /**
   * What methods of classes do with values, in the order of the classes and of their code.
   *
   * @param named fields and methods, {@code owner#name}; a method that names none of them may be
   *     left out
   */
  List<ValueFlow> flows(Collection<ClassFact> classes, Set<String> named);
}
