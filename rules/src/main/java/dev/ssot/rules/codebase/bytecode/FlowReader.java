package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassLook;
import dev.ssot.rules.codebase.ValueFlow;
import dev.ssot.rules.codebase.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Follows values through the methods of a few classes, by ASM: ArchUnit says that a method is
 * called, and not on what or with what.
 */
final class FlowReader implements ClassLook {

  /** What is longer was generated; to follow it would take minutes. */
  private static final int LONGEST = 20_000;

  private static final String LAMBDA = "lambda$";

  private final Map<String, ClassRoot> roots = new HashMap<>();
  private final int threads;

  /**
   * A reader of some roots.
   *
   * @param threads at least 1
   */
  FlowReader(List<ClassRoot> roots, int threads) {
    roots.forEach(root -> this.roots.put(root.display(), root));
    this.threads = threads;
  }

  @Override
  public List<ValueFlow> flows(Collection<ClassFact> classes, Set<String> named) {
    Map<String, List<ClassFact>> byRoot = new LinkedHashMap<>();
    classes.forEach(
        fact -> byRoot.computeIfAbsent(fact.origin().root(), key -> new ArrayList<>()).add(fact));
    List<ValueFlow> flows = new ArrayList<>();
    byRoot.forEach(
        (display, facts) -> {
          ClassRoot root = roots.get(display);
          if (root != null) {
            read(root, facts, named).forEach(flows::addAll);
          }
        });
    return flows;
  }

  private List<List<ValueFlow>> read(ClassRoot root, List<ClassFact> facts, Set<String> named) {
    List<List<ValueFlow>> flows = new ArrayList<>(Collections.nCopies(facts.size(), List.of()));
    try (ClassRoot.Contents contents = root.contents()) {
      Workers.each(facts.size(), threads, i -> flows.set(i, flows(facts.get(i), contents, named)));
    } catch (IOException e) {
      // The root has gone since the first reading: it gives nothing any more.
    }
    return flows;
  }

  private static List<ValueFlow> flows(
      ClassFact fact, ClassRoot.Contents contents, Set<String> named) {
    List<ValueFlow> flows = new ArrayList<>();
    try (InputStream in = contents.open(fact.origin().entry())) {
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
      FlowInterpreter interpreter = new FlowInterpreter();
      for (MethodNode method : node.methods) {
        if (method.instructions.size() <= LONGEST && namesOne(method, named)) {
          flows.addAll(flows(fact, node.name, method, interpreter));
        }
      }
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
    return flows;
  }

  private static boolean namesOne(MethodNode method, Set<String> named) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (named.contains(named(instruction))) {
        return true;
      }
    }
    return false;
  }

  /** The field or method that an instruction names, or the empty string. */
  private static String named(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode field) {
      return name(field.owner, field.name);
    }
    return instruction instanceof MethodInsnNode call ? name(call.owner, call.name) : "";
  }

  /** A field or method as facts name it. */
  static String name(String owner, String member) {
    return Type.getObjectType(owner).getClassName() + "#" + member;
  }

  private static List<ValueFlow> flows(
      ClassFact fact, String owner, MethodNode method, FlowInterpreter interpreter) {
    Frame<FlowValue>[] frames;
    try {
      frames = new Analyzer<>(interpreter).analyze(owner, method);
    } catch (AnalyzerException e) {
      return List.of();
    }
    List<ValueFlow> flows = new ArrayList<>();
    int line = 0;
    for (int i = 0; i < frames.length; i++) {
      AbstractInsnNode instruction = method.instructions.get(i);
      Frame<FlowValue> frame = frames[i];
      if (instruction instanceof LineNumberNode number) {
        line = number.line;
      } else if (frame != null && instruction instanceof MethodInsnNode call) {
        flows.add(call(fact, method.name, call, frame, line));
      } else if (frame != null && isArrayStore(instruction.getOpcode())) {
        FlowValue array = frame.getStack(frame.getStackSize() - 3);
        flows.add(
            new ValueFlow(
                fact.name(),
                declaring(method.name),
                method.name.startsWith(LAMBDA),
                "",
                "",
                array.field(),
                Set.of(),
                List.of(),
                line));
      }
    }
    return flows;
  }

  private static ValueFlow call(
      ClassFact fact, String method, MethodInsnNode call, Frame<FlowValue> frame, int line) {
    int count = Type.getArgumentTypes(call.desc).length;
    int first = frame.getStackSize() - count;
    List<Set<String>> arguments = new ArrayList<>();
    for (int i = first; i < frame.getStackSize(); i++) {
      arguments.add(frame.getStack(i).types());
    }
    boolean onObject = call.getOpcode() != Opcodes.INVOKESTATIC;
    return new ValueFlow(
        fact.name(),
        declaring(method),
        method.startsWith(LAMBDA),
        Type.getObjectType(call.owner).getClassName(),
        call.name,
        onObject ? frame.getStack(first - 1).field() : "",
        onObject ? frame.getStack(first - 1).types() : Set.of(),
        arguments,
        line);
  }

  private static boolean isArrayStore(int opcode) {
    return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
  }

  /** The method whose lambda a method is the body of, as its name tells, or the method itself. */
  private static String declaring(String method) {
    if (!method.startsWith(LAMBDA)) {
      return method;
    }
    int end = method.lastIndexOf('$');
    String name = end < LAMBDA.length() ? method : method.substring(LAMBDA.length(), end);
    return switch (name) {
      case "static" -> "<clinit>";
      case "new" -> "<init>";
      default -> name;
    };
  }
}
