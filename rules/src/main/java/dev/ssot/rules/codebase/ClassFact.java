package dev.ssot.rules.codebase;

import dev.ssot.rules.model.DottedNames;
import java.util.List;
import java.util.Set;

/**
 * One class of a class file, nested and anonymous ones included.
 *
 * @param name as the class file has it: nested types are separated by {@code $}
 * @param supertypes names of the super-class and the interfaces, of this form
 * @param uses what it does with other classes and with its own members, in the order of lines
 */
public record ClassFact(
    String name,
    Origin origin,
    List<String> supertypes,
    List<Method> methods,
    List<Field> fields,
    List<ClassUse> uses) {

  /**
   * Where a class comes from.
   *
   * @param root folder or archive, as reports name it
   * @param entry path in it, with {@code /}
   * @param sourceFile simple name of the file that it was compiled from, or the empty string
   */
  public record Origin(String root, String entry, String sourceFile) {

    /** The class file as reports name it. */
    public String path() {
      return root + (root.endsWith(".jar") ? "!/" : "/") + entry;
    }
  }

  /**
   * A method, constructor or static initialiser.
   *
   * @param name {@code <init>} and {@code <clinit>} for the latter two
   * @param parameters names of the erased parameter types, in parentheses, separated by commas
   */
  public record Method(String name, String parameters, Set<Modifier> modifiers) {

    public Method {
      modifiers = Set.copyOf(modifiers);
    }
  }

  /**
   * A field.
   *
   * @param type name of the erased type
   * @param synthetic whether a compiler or an instrumentation made it up
   */
  public record Field(String name, String type, Set<Modifier> modifiers, boolean synthetic) {

    public Field {
      modifiers = Set.copyOf(modifiers);
    }
  }

  public ClassFact {
    supertypes = List.copyOf(supertypes);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
    uses = List.copyOf(uses);
  }

  /** The same with other uses. */
  public ClassFact with(List<ClassUse> others) {
    return new ClassFact(name, origin, supertypes, methods, fields, others);
  }

  /** The type in the source that contains the code: anonymous and local classes belong to it. */
  public String sourceType() {
    return ClassNames.sourceType(name);
  }

  /** Qualified name of the outermost type. */
  public String topLevel() {
    int dot = name.lastIndexOf('.');
    int dollar = name.indexOf('$', dot + 2);
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  public String packageName() {
    return DottedNames.qualifier(name);
  }
}
