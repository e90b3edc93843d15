package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns what class files call things into what facts call them, one instance of each.
 *
 * <p>Safe for concurrent use.
 */
final class FactNames {

  private final Interner interner = new Interner();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, String> parameters = new ConcurrentHashMap<>();
  private final Map<Integer, Set<Modifier>> modifiers = new ConcurrentHashMap<>();

  String one(String text) {
    return interner.one(text);
  }

  /**
   * The name of a class or an array.
   *
   * @param internal such as {@code a/B} or {@code [La/B;}
   */
  String type(String internal) {
    String known = types.get(internal);
    if (known == null) {
      known = one(internal.replace('/', '.'));
      types.put(internal, known);
    }
    return known;
  }

  /** The name of any type. */
  String type(Type type) {
    return type.getSort() < Type.ARRAY ? one(type.getClassName()) : type(type.getInternalName());
  }

  /** What an array consists of in the end, or the type itself. */
  static Type element(Type type) {
    return type.getSort() == Type.ARRAY ? type.getElementType() : type;
  }

  /** The parameter types of a method in parentheses. */
  String parameters(String descriptor) {
    String known = parameters.get(descriptor);
    if (known == null) {
      known =
          one(
              Arrays.stream(Type.getArgumentTypes(descriptor))
                  .map(this::type)
                  .collect(Collectors.joining(",", "(", ")")));
      parameters.put(descriptor, known);
    }
    return known;
  }

  /** The modifiers among the access flags of a member. */
  Set<Modifier> modifiers(int access) {
    return modifiers.computeIfAbsent(access, FactNames::modifiersIn);
  }

  private static Set<Modifier> modifiersIn(int access) {
    Set<Modifier> all = EnumSet.noneOf(Modifier.class);
    for (Modifier one : Modifier.values()) {
      if ((access & flag(one)) != 0) {
        all.add(one);
      }
    }
    return Set.copyOf(all);
  }

  /** The access flags of modifiers. */
  static int flags(Set<Modifier> modifiers) {
    int flags = 0;
    for (Modifier one : modifiers) {
      flags |= flag(one);
    }
    return flags;
  }

  private static int flag(Modifier modifier) {
    return switch (modifier) {
      case PUBLIC -> Opcodes.ACC_PUBLIC;
      case PROTECTED -> Opcodes.ACC_PROTECTED;
      case PRIVATE -> Opcodes.ACC_PRIVATE;
      case STATIC -> Opcodes.ACC_STATIC;
      case ABSTRACT -> Opcodes.ACC_ABSTRACT;
      case FINAL -> Opcodes.ACC_FINAL;
    };
  }
}
