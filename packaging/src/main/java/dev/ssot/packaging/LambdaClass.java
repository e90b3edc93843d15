package dev.ssot.packaging;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.NEW;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.POP2;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The class that a lambda becomes: it implements the functional interface by calling the body, and
 * has what is captured as fields.
 *
 * @param name with slashes
 * @param host the class that lists the members of the nest
 * @param version of the class file
 */
record LambdaClass(String name, String host, int version, LambdaCall call) {

  private static final String OBJECT = "java/lang/Object";
  private static final String CONSTRUCTOR = "<init>";
  private static final String INSTANCE = "INSTANCE";
  private static final String FACTORY = "of";

  /** The instruction that takes the place of the call: to frames around it both are the same. */
  AbstractInsnNode use() {
    return call.captured().isEmpty()
        ? new FieldInsnNode(GETSTATIC, name, INSTANCE, call.functional().getDescriptor())
        : new MethodInsnNode(INVOKESTATIC, name, FACTORY, takingCaptured(call.functional()));
  }

  /** The class file. */
  byte[] bytes() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String[] interfaces = {call.functional().getInternalName()};
    type.visit(version, ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, OBJECT, interfaces);
    type.visitNestHost(host);
    addFields(type);
    addConstructor(type);
    if (call.captured().isEmpty()) {
      addInstance(type);
    } else {
      addFactory(type);
    }
    addMethod(type);
    type.visitEnd();
    return type.toByteArray();
  }

  private void addFields(ClassWriter type) {
    for (int i = 0; i < call.captured().size(); i++) {
      String descriptor = call.captured().get(i).getDescriptor();
      type.visitField(ACC_PRIVATE | ACC_FINAL, field(i), descriptor, null, null).visitEnd();
    }
  }

  private void addConstructor(ClassWriter type) {
    MethodVisitor code =
        type.visitMethod(ACC_PRIVATE, CONSTRUCTOR, takingCaptured(Type.VOID_TYPE), null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
    int local = 1;
    for (int i = 0; i < call.captured().size(); i++) {
      Type captured = call.captured().get(i);
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(captured.getOpcode(ILOAD), local);
      code.visitFieldInsn(PUTFIELD, name, field(i), captured.getDescriptor());
      local += captured.getSize();
    }
    code.visitInsn(RETURN);
    end(code);
  }

  private void addInstance(ClassWriter type) {
    String descriptor = call.functional().getDescriptor();
    type.visitField(ACC_STATIC | ACC_FINAL, INSTANCE, descriptor, null, null).visitEnd();
    MethodVisitor code = type.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    create(code);
    code.visitFieldInsn(PUTSTATIC, name, INSTANCE, descriptor);
    code.visitInsn(RETURN);
    end(code);
  }

  private void addFactory(ClassWriter type) {
    MethodVisitor code =
        type.visitMethod(ACC_STATIC, FACTORY, takingCaptured(call.functional()), null, null);
    code.visitCode();
    create(code);
    code.visitInsn(ARETURN);
    end(code);
  }

  /** Makes an instance of what the running method was given, which is what is captured. */
  private void create(MethodVisitor code) {
    code.visitTypeInsn(NEW, name);
    code.visitInsn(DUP);
    int local = 0;
    for (Type captured : call.captured()) {
      code.visitVarInsn(captured.getOpcode(ILOAD), local);
      local += captured.getSize();
    }
    String descriptor = takingCaptured(Type.VOID_TYPE);
    code.visitMethodInsn(INVOKESPECIAL, name, CONSTRUCTOR, descriptor, false);
  }

  private void addMethod(ClassWriter type) {
    MethodVisitor code =
        type.visitMethod(ACC_PUBLIC, call.method(), call.erased().getDescriptor(), null, null);
    code.visitCode();
    if (call.isConstructor()) {
      code.visitTypeInsn(NEW, call.body().getOwner());
      code.visitInsn(DUP);
    }
    loadCaptured(code);
    loadArguments(code);
    Handle body = call.body();
    code.visitMethodInsn(
        call.opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    giveBack(code);
    end(code);
  }

  private void loadCaptured(MethodVisitor code) {
    for (int i = 0; i < call.captured().size(); i++) {
      Type captured = call.captured().get(i);
      code.visitVarInsn(ALOAD, 0);
      code.visitFieldInsn(GETFIELD, name, field(i), captured.getDescriptor());
      Conversion.emit(code, captured, call.taken().get(i));
    }
  }

  private void loadArguments(MethodVisitor code) {
    Type[] given = call.erased().getArgumentTypes();
    Type[] specialised = call.specialised().getArgumentTypes();
    List<Type> taken = call.taken();
    int local = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(ILOAD), local);
      Conversion.emit(code, given[i], specialised[i]);
      Conversion.emit(code, specialised[i], taken.get(call.captured().size() + i));
      local += given[i].getSize();
    }
  }

  private void giveBack(MethodVisitor code) {
    Type given = call.given();
    Type asked = call.erased().getReturnType();
    if (!asked.equals(Type.VOID_TYPE)) {
      Conversion.emit(code, given, asked);
    } else if (given.getSize() > 0) {
      code.visitInsn(given.getSize() == 1 ? POP : POP2);
    }
    code.visitInsn(asked.getOpcode(IRETURN));
  }

  private static void end(MethodVisitor code) {
    // They are computed; the numbers are not looked at.
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private String takingCaptured(Type result) {
    return Type.getMethodDescriptor(result, call.captured().toArray(Type[]::new));
  }

  private static String field(int index) {
    return "captured" + index;
  }
}
