package dev.ssot.packaging;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Class files that are read together and out of which lambdas are taken, once. */
final class ClassFiles {

  private static final int MAJOR = 0xffff;

  private final Map<String, ClassNode> classes = new LinkedHashMap<>();
  private final Set<ClassNode> changed = new HashSet<>();
  private final Map<String, byte[]> made = new LinkedHashMap<>();

  /**
   * Reads them.
   *
   * @param files by entry, which is the name of the class with slashes and {@code .class}
   * @throws IOException if one is no class file, or is for a newer Java than is known here
   */
  ClassFiles(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ClassNode node = new ClassNode();
      try {
        new ClassReader(file.getValue()).accept(node, 0);
      } catch (RuntimeException e) {
        throw new IOException("its class file %s is broken: %s".formatted(file.getKey(), e), e);
      }
      classes.put(file.getKey(), node);
    }
  }

  /**
   * Turns lambdas into classes.
   *
   * @return by entry: what has changed, in the order in which it was read, and then what is new
   */
  Map<String, byte[]> withoutLambdas() {
    for (ClassNode caller : classes.values()) {
      ClassNode host = host(caller);
      // What is older than nests would have its bodies out of reach of another class.
      if (host != null && (caller.version & MAJOR) >= Opcodes.V11) {
        new Caller(caller, host).desugar();
      }
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    classes.forEach(
        (entry, node) -> {
          if (changed.contains(node)) {
            files.put(entry, bytes(node));
          }
        });
    files.putAll(made);
    return files;
  }

  /** The class that lists the members of the nest, which has to be one of these. */
  private @Nullable ClassNode host(ClassNode caller) {
    return caller.nestHostClass == null ? caller : classes.get(entry(caller.nestHostClass));
  }

  /** One class with its lambdas. */
  private final class Caller {

    private final ClassNode node;
    private final ClassNode host;
    private int lambdas;

    Caller(ClassNode node, ClassNode host) {
      this.node = node;
      this.host = host;
    }

    void desugar() {
      for (MethodNode method : node.methods) {
        for (AbstractInsnNode instruction : method.instructions.toArray()) {
          if (instruction instanceof InvokeDynamicInsnNode call) {
            LambdaCall.of(call, node)
                .ifPresent(lambda -> method.instructions.set(call, make(lambda).use()));
          }
        }
      }
    }

    private LambdaClass make(LambdaCall lambda) {
      LambdaClass type = new LambdaClass(freeName(), host.name, node.version, lambda);
      made.put(entry(type.name()), type.bytes());
      host.visitNestMember(type.name());
      changed.add(host);
      changed.add(node);
      return type;
    }

    private String freeName() {
      String name;
      do {
        lambdas++;
        name = node.name + "$$Lambda" + lambdas;
      } while (classes.containsKey(entry(name)));
      return name;
    }
  }

  private static String entry(String name) {
    return name + ".class";
  }

  private static byte[] bytes(ClassNode node) {
    // Not made from the old one, whose constants would all be kept: those for the linking, too.
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
