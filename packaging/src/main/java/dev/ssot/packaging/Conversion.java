package dev.ssot.packaging;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What is done to a value so that it is of the type that is asked for, as {@link
 * java.lang.invoke.LambdaMetafactory} does it: widening, boxing, unboxing and casts.
 */
final class Conversion {

  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type NUMBER = Type.getType(Number.class);

  private static final Map<Type, Type> BOXES =
      Map.of(
          Type.BOOLEAN_TYPE, Type.getType(Boolean.class),
          Type.CHAR_TYPE, Type.getType(Character.class),
          Type.BYTE_TYPE, Type.getType(Byte.class),
          Type.SHORT_TYPE, Type.getType(Short.class),
          Type.INT_TYPE, Type.getType(Integer.class),
          Type.LONG_TYPE, Type.getType(Long.class),
          Type.FLOAT_TYPE, Type.getType(Float.class),
          Type.DOUBLE_TYPE, Type.getType(Double.class));

  private static final Map<Type, Type> BOXED =
      BOXES.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  /** Each can be widened to all that follow (JLS 5.1.2). */
  private static final List<Type> NUMBERS =
      List.of(
          Type.BYTE_TYPE,
          Type.SHORT_TYPE,
          Type.INT_TYPE,
          Type.LONG_TYPE,
          Type.FLOAT_TYPE,
          Type.DOUBLE_TYPE);

  /**
   * What a widening does on the stack, by the letters of both types there; between others nothing.
   */
  private static final Map<String, Integer> WIDENINGS =
      Map.of(
          "IJ", Opcodes.I2L,
          "IF", Opcodes.I2F,
          "ID", Opcodes.I2D,
          "JF", Opcodes.L2F,
          "JD", Opcodes.L2D,
          "FD", Opcodes.F2D);

  private Conversion() {}

  /** Whether a value can be converted; between references it always can, or fails as it runs. */
  static boolean exists(Type from, Type to) {
    if (from.equals(to)) {
      return true;
    }
    if (isPrimitive(from)) {
      return isPrimitive(to)
          ? isWidening(from, to)
          : isReference(to) && from.equals(BOXED.getOrDefault(to, from));
    }
    return isReference(from)
        && (isReference(to) || (isPrimitive(to) && exists(BOXED.getOrDefault(from, to), to)));
  }

  /** Whether both are the same, or references, which differ by a cast at most. */
  static boolean isCast(Type from, Type to) {
    return from.equals(to) || (isReference(from) && isReference(to));
  }

  /** Converts what is on top of the stack; the conversion must exist. */
  static void emit(MethodVisitor code, Type from, Type to) {
    if (isPrimitive(from)) {
      if (isPrimitive(to)) {
        widen(code, from, to);
      } else {
        box(code, from);
      }
    } else if (isPrimitive(to)) {
      unbox(code, from, to);
    } else {
      cast(code, from, to);
    }
  }

  private static boolean isPrimitive(Type type) {
    return BOXES.containsKey(type);
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private static boolean isWidening(Type from, Type to) {
    Type least = from.equals(Type.CHAR_TYPE) ? Type.INT_TYPE : from;
    int start = NUMBERS.indexOf(least);
    return start >= 0 && NUMBERS.indexOf(to) >= start;
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    Integer opcode = WIDENINGS.get(onStack(from) + onStack(to));
    if (opcode != null) {
      code.visitInsn(opcode);
    }
  }

  private static String onStack(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.LONG, Type.FLOAT, Type.DOUBLE -> primitive.getDescriptor();
      default -> Type.INT_TYPE.getDescriptor();
    };
  }

  private static void box(MethodVisitor code, Type value) {
    Type box = boxOf(value);
    String descriptor = Type.getMethodDescriptor(box, value);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", descriptor, false);
  }

  /** Takes the value out of a box, or of what is known to be some box only. */
  private static void unbox(MethodVisitor code, Type from, Type to) {
    Type box = BOXED.containsKey(from) ? from : anyBox(to);
    Type value = BOXED.getOrDefault(from, to);
    cast(code, from, box);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        box.getInternalName(),
        value.getClassName() + "Value",
        Type.getMethodDescriptor(value),
        false);
    widen(code, value, to);
  }

  private static Type boxOf(Type value) {
    return Objects.requireNonNull(BOXES.get(value));
  }

  private static Type anyBox(Type value) {
    return NUMBERS.contains(value) ? NUMBER : boxOf(value);
  }

  private static void cast(MethodVisitor code, Type from, Type to) {
    if (!to.equals(from) && !to.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }
}
