package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The tree of a class that is being changed. */
final class Workpiece {

  /** Below the package of the original, so that the class is of the same library. */
  private static final String PACKAGE = ".other";

  private final CompilationUnit unit;
  private final ClassOrInterfaceDeclaration type;
  private final Set<String> inherited;

  Workpiece(CompilationUnit unit, ClassOrInterfaceDeclaration type, Set<String> inherited) {
    this.unit = unit;
    this.type = type;
    this.inherited = inherited;
  }

  CompilationUnit unit() {
    return unit;
  }

  ClassOrInterfaceDeclaration type() {
    return type;
  }

  /** The methods of the class itself. */
  List<MethodDeclaration> methods() {
    return type.getMethods();
  }

  /** Whether a super-type prescribes the name of a method. */
  boolean isForced(MethodDeclaration method) {
    return method.getAnnotationByName("Override").isPresent()
        || inherited.contains(method.getNameAsString())
        || Names.OF_OBJECT.contains(method.getNameAsString())
        || (Names.OF_PLATFORM.contains(method.getNameAsString()) && hasSuperType(method));
  }

  private static boolean hasSuperType(MethodDeclaration method) {
    return method
        .getParentNode()
        .filter(ClassOrInterfaceDeclaration.class::isInstance)
        .map(ClassOrInterfaceDeclaration.class::cast)
        .filter(
            owner -> !owner.getExtendedTypes().isEmpty() || !owner.getImplementedTypes().isEmpty())
        .isPresent();
  }

  /** Gives the class another name, wherever the file speaks of it. */
  void nameClass(String name) {
    String old = type.getNameAsString();
    for (SimpleName simple :
        unit.findAll(SimpleName.class, one -> one.getIdentifier().equals(old))) {
      boolean ofOther =
          simple
              .getParentNode()
              .filter(ClassOrInterfaceType.class::isInstance)
              .map(ClassOrInterfaceType.class::cast)
              .flatMap(ClassOrInterfaceType::getScope)
              .isPresent();
      if (!ofOther) {
        simple.setIdentifier(name);
      }
    }
  }

  /** Takes fields away that the rest of the class does not name. */
  void withoutIdleFields() {
    for (FieldDeclaration field : List.copyOf(type.getFields())) {
      field
          .getVariables()
          .removeIf(
              variable -> field.getVariables().size() > 1 && isIdle(variable.getNameAsString()));
      if (field.getVariables().stream().allMatch(variable -> isIdle(variable.getNameAsString()))) {
        field.remove();
      }
    }
  }

  private boolean isIdle(String name) {
    return type.findAll(SimpleName.class, simple -> simple.getIdentifier().equals(name)).size() < 2;
  }

  /** Keeps the members for which there is a reason. */
  void keep(Predicate<BodyDeclaration<?>> wanted) {
    for (BodyDeclaration<?> member : List.copyOf(type.getMembers())) {
      if (!wanted.test(member)) {
        member.remove();
      }
    }
  }

  /** Only the class and its imports, moved into another package from which it sees the old one. */
  SourceText finish() {
    String old = packageName();
    List.copyOf(unit.getTypes()).stream()
        .filter(one -> !Trees.isAmong(one, List.of(type)))
        .forEach(one -> one.remove());
    unit.setPackageDeclaration(old + PACKAGE);
    unit.addImport(old, false, true);
    String text = unit.toString();
    Trees.parse(text);
    return new SourceText(old + PACKAGE, type.getNameAsString(), text);
  }

  String packageName() {
    return unit.getPackageDeclaration().orElseThrow().getNameAsString();
  }
}
