package dev.ssot.rules.codebase.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * Says of each value which types it may be of and which static field it was read from.
 *
 * <p>No class is loaded: where branches meet, a value may be of any of their types. Not safe for
 * concurrent use.
 */
final class FlowInterpreter extends Interpreter<FlowValue> {

  /** A value that may be of more types than these may be of any. */
  private static final int MOST_TYPES = 8;

  private static final String ANY = "?";

  private final BasicInterpreter sizes = new BasicInterpreter();
  private final Map<Type, FlowValue> declared = new HashMap<>();

  FlowInterpreter() {
    super(Opcodes.ASM9);
  }

  @Override
  public @Nullable FlowValue newValue(@Nullable Type type) {
    if (type == null) {
      return FlowValue.unknown(1);
    }
    return type.getSort() == Type.VOID ? null : of(type);
  }

  /** A value of a type, the same each time: most of what meets is. */
  private FlowValue of(Type type) {
    return declared.computeIfAbsent(
        type,
        one ->
            one.getSort() == Type.OBJECT
                ? new FlowValue(1, Set.of(one.getClassName()), "")
                : FlowValue.unknown(one.getSize()));
  }

  private FlowValue of(Type type, String field) {
    FlowValue value = of(type);
    return field.isEmpty() ? value : new FlowValue(value.size(), value.types(), field);
  }

  private static FlowValue sized(@Nullable BasicValue value) {
    return FlowValue.unknown(value == null ? 1 : value.getSize());
  }

  private static BasicValue any(FlowValue value) {
    return value.size() == 2 ? BasicValue.LONG_VALUE : BasicValue.REFERENCE_VALUE;
  }

  @Override
  public FlowValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
    if (instruction instanceof FieldInsnNode field) {
      return of(Type.getType(field.desc), FlowReader.name(field.owner, field.name));
    }
    if (instruction instanceof TypeInsnNode created) {
      return of(Type.getObjectType(created.desc));
    }
    return sized(sizes.newOperation(instruction));
  }

  @Override
  public FlowValue copyOperation(AbstractInsnNode instruction, FlowValue value) {
    return value;
  }

  @Override
  public @Nullable FlowValue unaryOperation(AbstractInsnNode instruction, FlowValue value)
      throws AnalyzerException {
    if (instruction.getOpcode() == Opcodes.CHECKCAST) {
      return of(Type.getObjectType(((TypeInsnNode) instruction).desc), value.field());
    }
    if (instruction.getOpcode() == Opcodes.GETFIELD) {
      return of(Type.getType(((FieldInsnNode) instruction).desc));
    }
    BasicValue result = sizes.unaryOperation(instruction, any(value));
    return result == null ? null : sized(result);
  }

  @Override
  public @Nullable FlowValue binaryOperation(
      AbstractInsnNode instruction, FlowValue one, FlowValue other) throws AnalyzerException {
    BasicValue result = sizes.binaryOperation(instruction, any(one), any(other));
    return result == null ? null : sized(result);
  }

  @Override
  public @Nullable FlowValue ternaryOperation(
      AbstractInsnNode instruction, FlowValue array, FlowValue index, FlowValue value) {
    return null;
  }

  @Override
  public @Nullable FlowValue naryOperation(
      AbstractInsnNode instruction, List<? extends FlowValue> values) {
    if (instruction instanceof MethodInsnNode call) {
      return newValue(Type.getReturnType(call.desc));
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return newValue(Type.getReturnType(call.desc));
    }
    return FlowValue.unknown(1);
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, FlowValue value, FlowValue expected) {}

  @Override
  public FlowValue merge(FlowValue one, FlowValue other) {
    if (one.equals(other)) {
      return one;
    }
    if (one.size() != other.size()) {
      return FlowValue.unknown(1);
    }
    boolean fieldStays = one.field().isEmpty() || one.field().equals(other.field());
    Set<String> types = either(one.types(), other.types());
    return fieldStays && types == one.types()
        ? one
        : new FlowValue(one.size(), types, fieldStays ? one.field() : "");
  }

  /**
   * The types of both, or the first set itself where it has all; what may be of too many stays so,
   * or the analysis would not end.
   */
  private static Set<String> either(Set<String> some, Set<String> others) {
    if (some.contains(ANY) || some.containsAll(others)) {
      return some;
    }
    Set<String> types = new HashSet<>(some);
    types.addAll(others);
    return types.contains(ANY) || types.size() > MOST_TYPES ? Set.of(ANY) : types;
  }
}
