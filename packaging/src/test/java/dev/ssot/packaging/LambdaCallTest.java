package dev.ssot.packaging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

class LambdaCallTest {

  private static final String CALLER = "sample/Caller";
  private static final String FACTORIES = "java/lang/invoke/LambdaMetafactory";

  /** A caller with a private method {@code hidden} and a public method {@code open}. */
  private static ClassNode caller() {
    ClassNode caller = new ClassNode();
    caller.name = CALLER;
    caller.methods.add(new MethodNode(Opcodes.ACC_PRIVATE, "hidden", "()V", null, null));
    caller.methods.add(new MethodNode(Opcodes.ACC_PUBLIC, "open", "()V", null, null));
    return caller;
  }

  private static Optional<LambdaCall> runnable(String factories, String factory, Handle body) {
    return call(factories, factory, "(Lsample/Caller;)Ljava/lang/Runnable;", "()V", "()V", body);
  }

  private static Optional<LambdaCall> runnable(Handle body) {
    return runnable(FACTORIES, "metafactory", body);
  }

  /** Of a function, with nothing captured and a static body. */
  private static Optional<LambdaCall> function(String specialised, String body) {
    return call(
        FACTORIES,
        "metafactory",
        "()Ljava/util/function/Function;",
        "(Ljava/lang/Object;)Ljava/lang/Object;",
        specialised,
        new Handle(Opcodes.H_INVOKESTATIC, CALLER, "body", body, false));
  }

  private static Optional<LambdaCall> call(
      String factories,
      String factory,
      String descriptor,
      String erased,
      String specialised,
      Handle body) {
    Handle linker = new Handle(Opcodes.H_INVOKESTATIC, factories, factory, "()V", false);
    return LambdaCall.of(
        new InvokeDynamicInsnNode(
            "method", descriptor, linker, Type.getType(erased), body, Type.getType(specialised)),
        caller());
  }

  private static Handle special(String owner, String name) {
    return new Handle(Opcodes.H_INVOKESPECIAL, owner, name, "()V", false);
  }

  @Test
  void reachesAPrivateMethodThatIsCalledAsOneOfASuperClass() {
    assertTrue(runnable(special(CALLER, "hidden")).isPresent());
  }

  @Test
  void leavesMethodsOfASuperClass() {
    assertFalse(runnable(special(CALLER, "open")).isPresent());
    assertFalse(runnable(special(CALLER, "elsewhere")).isPresent());
    assertFalse(runnable(special("sample/Parent", "hidden")).isPresent());
  }

  @Test
  void leavesOtherFactories() {
    assertFalse(runnable(FACTORIES, "other", special(CALLER, "hidden")).isPresent());
    assertFalse(runnable("sample/Other", "metafactory", special(CALLER, "hidden")).isPresent());
  }

  @Test
  void leavesABodyThatTakesAnotherNumberOfArguments() {
    String type = "(Ljava/lang/String;)Ljava/lang/String;";
    assertTrue(function(type, "(Ljava/lang/String;)Ljava/lang/String;").isPresent());
    assertFalse(function(type, "()Ljava/lang/String;").isPresent());
    assertFalse(function(type, "(Ljava/lang/String;I)Ljava/lang/String;").isPresent());
    assertFalse(function("()Ljava/lang/String;", "()Ljava/lang/String;").isPresent());
  }

  @Test
  void leavesTypesThatNoConversionBridges() {
    String type = "(Ljava/lang/Integer;)Ljava/lang/Object;";
    assertTrue(function(type, "(J)I").isPresent());
    assertFalse(function(type, "(Z)I").isPresent());
    assertFalse(function(type, "(S)I").isPresent());
    assertFalse(function(type, "(I)V").isPresent());
    assertFalse(function("(I)Ljava/lang/Object;", "(I)I").isPresent());
  }
}
