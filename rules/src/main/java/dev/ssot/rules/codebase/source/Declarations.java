package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Region;
import java.util.Optional;

/** Finds declarations of the first reading again in a tree of the second one. */
final class Declarations {

  private Declarations() {}

  /** The declaration of a type, unless the file has changed since. */
  static Optional<TypeDeclaration<?>> of(CompilationUnit tree, TypeEntry entry) {
    Region name = entry.type().declaration().name();
    return tree.findFirst(TypeDeclaration.class, type -> Regions.of(type.getName()).equals(name))
        .map(type -> (TypeDeclaration<?>) type);
  }
}
