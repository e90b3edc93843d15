package dev.ssot.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.WrongMethodTypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Holds conversions against those of method handles, which are specified in the same words. */
class ConversionTest {

  /** A value of each primitive type, as large as goes into the next larger one only. */
  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          boolean.class,
          true,
          char.class,
          '\uffff',
          byte.class,
          (byte) -128,
          short.class,
          (short) -32768,
          int.class,
          Integer.MIN_VALUE,
          long.class,
          Long.MIN_VALUE + 1,
          float.class,
          1.5e38f,
          double.class,
          1.5e300);

  private static List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>(List.of(Object.class));
    for (Class<?> primitive : VALUES.keySet()) {
      types.add(primitive);
      types.add(MethodType.methodType(primitive).wrap().returnType());
    }
    return types;
  }

  /** What stands for a value of this type; of an object, the box of what is asked for. */
  private static Object sample(Class<?> from, Class<?> to) {
    Class<?> primitive = MethodType.methodType(from).unwrap().returnType();
    Object other = VALUES.getOrDefault(MethodType.methodType(to).unwrap().returnType(), "text");
    return VALUES.getOrDefault(primitive, other);
  }

  private static Optional<MethodHandle> ofHandles(Class<?> from, Class<?> to) {
    try {
      return Optional.of(MethodHandles.identity(from).asType(MethodType.methodType(to, from)));
    } catch (WrongMethodTypeException e) {
      return Optional.empty();
    }
  }

  /** A method that does nothing but convert. */
  private static MethodHandle ours(Class<?> from, Class<?> to) throws ReflectiveOperationException {
    MethodType type = MethodType.methodType(to, from);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_FINAL, "dev/ssot/packaging/Made", null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_STATIC, "convert", type.toMethodDescriptorString(), null, null);
    code.visitCode();
    code.visitVarInsn(Type.getType(from).getOpcode(Opcodes.ILOAD), 0);
    Conversion.emit(code, Type.getType(from), Type.getType(to));
    code.visitInsn(Type.getType(to).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
    MethodHandles.Lookup made =
        MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), true);
    return made.findStatic(made.lookupClass(), "convert", type);
  }

  private static boolean areDifferentBoxes(Class<?> from, Class<?> to) {
    return !from.isPrimitive() && !to.isPrimitive() && from != Object.class && from != to;
  }

  @Test
  void thereAreThoseOfMethodHandles() {
    for (Class<?> from : types()) {
      for (Class<?> to : types()) {
        assertEquals(
            ofHandles(from, to).isPresent(),
            Conversion.exists(Type.getType(from), Type.getType(to)),
            from + " to " + to);
      }
    }
  }

  @Test
  void valuesBecomeWhatMethodHandlesMakeOfThem() throws Throwable {
    for (Class<?> from : types()) {
      for (Class<?> to : types()) {
        Optional<MethodHandle> expected = ofHandles(from, to);
        if (expected.isPresent() && !areDifferentBoxes(from, to)) {
          Object value = sample(from, to);
          assertEquals(
              expected.get().invoke(value), ours(from, to).invoke(value), from + " to " + to);
        }
      }
    }
  }

  @Test
  void nothingComesOfVoid() {
    for (Class<?> type : types()) {
      assertEquals(false, Conversion.exists(Type.VOID_TYPE, Type.getType(type)), type.getName());
    }
  }
}
