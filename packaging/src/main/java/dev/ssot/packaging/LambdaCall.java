package dev.ssot.packaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A lambda or a method reference as a compiler leaves it: a call that {@link
 * java.lang.invoke.LambdaMetafactory#metafactory} links.
 *
 * @param functional the functional interface
 * @param method the name of its method
 * @param erased the type of that method as the interface declares it
 * @param specialised the same with the type arguments of this place
 * @param captured what the call takes from the stack, in order
 * @param body the method or constructor that does the work
 */
record LambdaCall(
    Type functional,
    String method,
    Type erased,
    Type specialised,
    List<Type> captured,
    Handle body) {

  private static final String FACTORY_OWNER = "java/lang/invoke/LambdaMetafactory";
  private static final String FACTORY_NAME = "metafactory";

  LambdaCall {
    captured = List.copyOf(captured);
  }

  /**
   * A call, if another class of the caller's nest can do the same.
   *
   * <p>It cannot where more is asked of the factory, as for serializable lambdas; where the body is
   * a method of a super-class called as such; and where types differ in a way that no conversion
   * bridges. That a body is not protected in another package is what compilers see to.
   */
  static Optional<LambdaCall> of(InvokeDynamicInsnNode call, ClassNode caller) {
    if (!call.bsm.getOwner().equals(FACTORY_OWNER) || !call.bsm.getName().equals(FACTORY_NAME)) {
      return Optional.empty();
    }
    LambdaCall lambda =
        new LambdaCall(
            Type.getReturnType(call.desc),
            call.name,
            (Type) call.bsmArgs[0],
            (Type) call.bsmArgs[2],
            List.of(Type.getArgumentTypes(call.desc)),
            (Handle) call.bsmArgs[1]);
    return lambda.isInReach(caller) && lambda.takesAll() && lambda.fits()
        ? Optional.of(lambda)
        : Optional.empty();
  }

  /** The types that the body takes, with that of the object that it is called on in front. */
  List<Type> taken() {
    Stream<Type> receiver =
        switch (body.getTag()) {
          case Opcodes.H_INVOKESTATIC, Opcodes.H_NEWINVOKESPECIAL -> Stream.empty();
          default -> Stream.of(Type.getObjectType(body.getOwner()));
        };
    return Stream.concat(receiver, Stream.of(Type.getArgumentTypes(body.getDesc()))).toList();
  }

  /** The type that the body gives. */
  Type given() {
    return isConstructor()
        ? Type.getObjectType(body.getOwner())
        : Type.getReturnType(body.getDesc());
  }

  boolean isConstructor() {
    return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }

  /** The instruction that calls the body from within its nest. */
  int opcode() {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }

  /** Compilers before Java 15 call private methods as they would those of a super-class. */
  private boolean isInReach(ClassNode caller) {
    return body.getTag() != Opcodes.H_INVOKESPECIAL
        || (body.getOwner().equals(caller.name)
            && caller.methods.stream()
                .anyMatch(
                    method ->
                        method.name.equals(body.getName())
                            && method.desc.equals(body.getDesc())
                            && (method.access & Opcodes.ACC_PRIVATE) != 0));
  }

  private boolean takesAll() {
    int parameters = erased.getArgumentCount();
    return specialised.getArgumentCount() == parameters
        && taken().size() == captured.size() + parameters;
  }

  private boolean fits() {
    Type[] given = erased.getArgumentTypes();
    Type[] narrowed = specialised.getArgumentTypes();
    List<Type> taken = taken();
    return IntStream.range(0, captured.size())
            .allMatch(i -> Conversion.isCast(captured.get(i), taken.get(i)))
        && IntStream.range(0, given.length)
            .allMatch(
                i ->
                    Conversion.isCast(given[i], narrowed[i])
                        && Conversion.exists(narrowed[i], taken.get(captured.size() + i)))
        && (erased.getReturnType().equals(Type.VOID_TYPE)
            || Conversion.exists(given(), erased.getReturnType()));
  }
}
