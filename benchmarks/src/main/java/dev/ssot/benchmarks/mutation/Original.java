package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import java.util.Set;

/**
 * A public top-level class of a library.
 *
 * @param inherited names of methods that super-types of the library declare
 */
public record Original(String text, String simpleName, Set<String> inherited) {

  public Original {
    inherited = Set.copyOf(inherited);
  }

  /** Whether a text is Java of today, of which mutants can be made. */
  public static boolean isSuitable(String text) {
    return Trees.parses(text);
  }

  /** A copy of the class to work on, without its comments. */
  Workpiece workpiece() {
    CompilationUnit unit = Trees.parse(text);
    ClassOrInterfaceDeclaration type =
        unit.getClassByName(simpleName)
            .orElseThrow(
                () -> new IllegalArgumentException("The text declares no class " + simpleName));
    return new Workpiece(unit, type, inherited);
  }
}
