package dev.ssot.rules.codebase.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The types that one class names, each with the first line of code that does, or 0. */
final class NamedTypes {

  private final FactNames names;
  private final Map<String, Integer> lines = new HashMap<>();

  NamedTypes(FactNames names) {
    this.names = names;
  }

  /** The lines by the names of the types; arrays stand as what they consist of. */
  Map<String, Integer> lines() {
    return lines;
  }

  void add(Type type, int line) {
    Type element = FactNames.element(type);
    if (element.getSort() == Type.OBJECT) {
      lines.merge(names.type(element.getInternalName()), line, NamedTypes::earliest);
    }
  }

  /** Of two lines the first that is known; 0 stands for an unknown one. */
  private static int earliest(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  /** The types in a declaration. */
  void addAll(Type... declared) {
    for (Type type : declared) {
      add(type, 0);
    }
  }

  /** The classes of a declaration. */
  void addClasses(String @Nullable [] internal) {
    if (internal != null) {
      for (String name : internal) {
        add(Type.getObjectType(name), 0);
      }
    }
  }

  /**
   * What a declaration says with generics. One that is malformed, as some tools write them, says
   * nothing.
   */
  void addSignature(@Nullable String signature) {
    if (signature == null) {
      return;
    }
    try {
      new SignatureReader(signature).accept(new Generics());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The erased types are known without it.
    }
  }

  /** Hears the classes of a signature. */
  private final class Generics extends SignatureVisitor {

    private final Deque<String> open = new ArrayDeque<>();

    Generics() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitClassType(String name) {
      open.push(name);
    }

    @Override
    public void visitInnerClassType(String name) {
      open.push(open.pop() + "$" + name);
    }

    @Override
    public void visitEnd() {
      add(Type.getObjectType(open.pop()), 0);
    }
  }

  /** An annotation and what hears its values. */
  AnnotationVisitor addAnnotation(String descriptor) {
    add(Type.getType(descriptor), 0);
    return new Values();
  }

  /** Hears the values of annotations, nested ones included. */
  private final class Values extends AnnotationVisitor {

    Values() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      if (value instanceof Type type) {
        add(type, 0);
      }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
      add(Type.getType(descriptor), 0);
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
      add(Type.getType(descriptor), 0);
      return this;
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
      return this;
    }
  }
}
