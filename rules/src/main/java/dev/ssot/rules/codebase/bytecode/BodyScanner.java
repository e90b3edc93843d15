package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads what the code of one method does, and which types it names. */
final class BodyScanner extends MethodVisitor {

  /** Where compilers keep how the constants of an enum map to the cases of a switch. */
  private static final String SWITCH_MAP = "$SwitchMap$";

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final MethodBody body;
  private final FactNames names;
  private final NamedTypes named;
  private final Map<Label, List<Type>> caught = new HashMap<>();
  private int line;

  BodyScanner(MethodBody body, FactNames names, NamedTypes named) {
    super(Opcodes.ASM9);
    this.body = body;
    this.names = names;
    this.named = named;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return body.isDeclared() ? named.addAnnotation(descriptor) : null;
  }

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return body.isDeclared() ? named.addAnnotation(descriptor) : null;
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    if (type != null) {
      caught.computeIfAbsent(start, key -> new ArrayList<>()).add(Type.getObjectType(type));
    }
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
    caught.getOrDefault(start, List.of()).forEach(type -> named.add(type, number));
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.INSTANCEOF) {
      named.add(Type.getObjectType(type), line);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (value instanceof Type type) {
      named.add(type, line);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (!name.startsWith(SWITCH_MAP)) {
      boolean writes = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
      body.uses().add(use(writes ? ClassUse.Kind.WRITE : ClassUse.Kind.READ, owner, name, ""));
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    ClassUse call = use(ClassUse.Kind.CALL, owner, name, names.parameters(descriptor));
    if (MethodBody.Names.isAccessor(name)) {
      body.calls().add(new MethodBody.AccessorCall(call, name + descriptor));
    } else {
      body.uses().add(call);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (bootstrap.getOwner().equals(LAMBDAS)
        && arguments.length > 1
        && arguments[1] instanceof Handle handle) {
      String method = handle.getName();
      if (MethodBody.Names.isLambda(method)) {
        body.lambdas().add(method + handle.getDesc());
      } else {
        String parameters = names.parameters(handle.getDesc());
        body.uses().add(use(ClassUse.Kind.REFERENCE, handle.getOwner(), method, parameters));
      }
    }
  }

  /** A use of a member; one of an array is one of what it consists of. */
  private ClassUse use(ClassUse.Kind kind, String owner, String name, String parameters) {
    String type =
        owner.startsWith("[")
            ? names.type(FactNames.element(Type.getObjectType(owner)))
            : names.type(owner);
    return new ClassUse(kind, body.name(), type, names.one(name), parameters, line);
  }

  @Override
  public void visitEnd() {
    if (line == 0) {
      caught.values().forEach(types -> types.forEach(type -> named.add(type, 0)));
    }
  }
}
