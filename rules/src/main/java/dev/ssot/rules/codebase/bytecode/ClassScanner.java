package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads one class file, in one pass over its bytes. */
final class ClassScanner extends ClassVisitor {

  private final FactNames names;
  private final NamedTypes named;
  private final List<ClassFact.Method> methods = new ArrayList<>();
  private final List<ClassFact.Field> fields = new ArrayList<>();
  private final Map<String, MethodBody> bodies = new LinkedHashMap<>();
  private List<String> supertypes = List.of();
  private String name = "";
  private String sourceFile = "";

  private ClassScanner(FactNames names) {
    super(Opcodes.ASM9);
    this.names = names;
    this.named = new NamedTypes(names);
  }

  /**
   * Reads a class file.
   *
   * @param root folder or archive as reports name it
   * @param entry path in it
   * @throws RuntimeException if it is damaged; ASM has no exception of its own for that
   */
  static ScannedClass scan(byte[] content, String root, String entry, FactNames names) {
    ClassScanner scanner = new ClassScanner(names);
    new ClassReader(content).accept(scanner, ClassReader.SKIP_FRAMES);
    return scanner.scanned(root, entry);
  }

  private ScannedClass scanned(String root, String entry) {
    methods.sort(
        Comparator.comparing(ClassFact.Method::name).thenComparing(ClassFact.Method::parameters));
    fields.sort(Comparator.comparing(ClassFact.Field::name));
    ClassFact.Origin origin = new ClassFact.Origin(root, entry, sourceFile);
    ClassFact head = new ClassFact(name, origin, supertypes, methods, fields, List.of());
    return ScannedClass.of(head, named.lines(), bodies);
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    name = names.type(internalName);
    supertypes = new ArrayList<>();
    boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    // What class files call the super-class of an interface is none in the source.
    if (superName != null && !isInterface) {
      supertypes.add(names.type(superName));
      named.add(Type.getObjectType(superName), 0);
    }
    if (interfaces != null) {
      Arrays.stream(interfaces).map(names::type).sorted().forEach(supertypes::add);
    }
    named.addClasses(interfaces);
    named.addSignature(signature);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    if (source != null) {
      sourceFile = names.one(source);
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return named.addAnnotation(descriptor);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String fieldName,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    Type type = Type.getType(descriptor);
    fields.add(
        new ClassFact.Field(
            names.one(fieldName),
            names.type(type),
            names.modifiers(access),
            (access & Opcodes.ACC_SYNTHETIC) != 0));
    named.addAll(type);
    named.addSignature(signature);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        return named.addAnnotation(annotation);
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String methodName,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    String one = names.one(methodName);
    MethodBody body = MethodBody.of(one, descriptor, (access & Opcodes.ACC_BRIDGE) != 0);
    bodies.put(body.key(), body);
    if (body.isDeclared()) {
      methods.add(new ClassFact.Method(one, names.parameters(descriptor), names.modifiers(access)));
      named.addAll(Type.getArgumentTypes(descriptor));
      named.addAll(Type.getReturnType(descriptor));
      named.addClasses(exceptions);
      named.addSignature(signature);
    }
    return new BodyScanner(body, names, named);
  }
}
