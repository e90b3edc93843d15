package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import dev.ssot.rules.codebase.cache.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an earlier scan read of the class files of a root.
 *
 * @param files with the stamps by which they are known, by entry; those of an archive have its own
 */
record KeptRoot(Map<String, Known> files) {

  private static final List<ClassUse.Kind> USES = List.of(ClassUse.Kind.values());
  private static final List<MethodBody.Kind> BODIES = List.of(MethodBody.Kind.values());

  /** What was read of one class file, and its stamp before it was. */
  record Known(Stamp stamp, ClassFile file) {}

  /** Writes what {@link #read} reads. */
  void write(ByteSink sink) {
    Writer writer = new Writer();
    writer.content.number(files.size());
    files.values().forEach(writer::file);
    sink.number(writer.texts.size());
    writer.texts.keySet().forEach(sink::text);
    sink.part(writer.content);
  }

  /**
   * What was written.
   *
   * @param display how reports name the root
   * @throws RuntimeException if nobody has written it
   */
  static KeptRoot read(ByteSource source, String display, FactNames names) {
    String[] texts = new String[source.number()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = names.one(source.text());
    }
    Reader reader = new Reader(texts, source.part(), display, names);
    Map<String, Known> files = new LinkedHashMap<>();
    for (int rest = reader.content.number(); rest > 0; rest--) {
      Known known = reader.file();
      files.put(known.file().entry(), known);
    }
    return new KeptRoot(files);
  }

  // It is for the very build that wrote it, so that places of constants say enough.
  @SuppressWarnings("EnumOrdinal")
  private static final class Writer {

    private final ByteSink content = new ByteSink();

    /** The numbers of texts, in the order of these. */
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private void text(String text) {
      content.number(texts.computeIfAbsent(text, key -> texts.size()));
    }

    void file(Known known) {
      known.stamp().write(content);
      text(known.file().entry());
      text(known.file().fault());
      ScannedClass scanned = known.file().scanned();
      content.flag(scanned != null);
      if (scanned != null) {
        head(scanned.head());
        content.flag(scanned.whole());
        content.number(scanned.named().size());
        scanned
            .named()
            .forEach(
                (name, line) -> {
                  text(name);
                  content.number(line);
                });
        content.number(scanned.bodies().size());
        scanned.bodies().values().forEach(this::body);
      }
    }

    private void head(ClassFact head) {
      text(head.name());
      text(head.origin().sourceFile());
      content.number(head.supertypes().size());
      head.supertypes().forEach(this::text);
      content.number(head.methods().size());
      for (ClassFact.Method method : head.methods()) {
        text(method.name());
        text(method.parameters());
        content.number(FactNames.flags(method.modifiers()));
      }
      content.number(head.fields().size());
      for (ClassFact.Field field : head.fields()) {
        text(field.name());
        text(field.type());
        content.number(FactNames.flags(field.modifiers()));
        content.flag(field.synthetic());
      }
      uses(head.uses());
    }

    private void uses(List<ClassUse> uses) {
      content.number(uses.size());
      uses.forEach(this::use);
    }

    private void use(ClassUse use) {
      content.number(use.kind().ordinal());
      text(use.from());
      text(use.owner());
      text(use.name());
      text(use.parameters());
      content.number(use.line());
    }

    private void body(MethodBody body) {
      text(body.name());
      text(body.key());
      content.number(body.kind().ordinal());
      uses(body.uses());
      content.number(body.calls().size());
      for (MethodBody.AccessorCall call : body.calls()) {
        use(call.use());
        text(call.key());
      }
      content.number(body.lambdas().size());
      body.lambdas().forEach(this::text);
    }
  }

  /** Reads what a {@link Writer} wrote. */
  private static final class Reader {

    private final String[] texts;
    private final ByteSource content;
    private final String display;
    private final FactNames names;

    Reader(String[] texts, ByteSource content, String display, FactNames names) {
      this.texts = texts;
      this.content = content;
      this.display = display;
      this.names = names;
    }

    private String text() {
      return texts[content.number()];
    }

    Known file() {
      Stamp stamp = Stamp.read(content);
      String entry = text();
      String fault = text();
      return new Known(stamp, new ClassFile(entry, fault, content.flag() ? scanned(entry) : null));
    }

    private ScannedClass scanned(String entry) {
      ClassFact head = head(entry);
      boolean whole = content.flag();
      Map<String, Integer> named = new HashMap<>();
      for (int rest = content.number(); rest > 0; rest--) {
        named.put(text(), content.number());
      }
      Map<String, MethodBody> bodies = new LinkedHashMap<>();
      for (int rest = content.number(); rest > 0; rest--) {
        MethodBody body = body();
        bodies.put(body.key(), body);
      }
      return new ScannedClass(head, whole, named, bodies);
    }

    private ClassFact head(String entry) {
      String name = text();
      ClassFact.Origin origin = new ClassFact.Origin(display, entry, text());
      List<String> supertypes = new ArrayList<>();
      for (int rest = content.number(); rest > 0; rest--) {
        supertypes.add(text());
      }
      List<ClassFact.Method> methods = new ArrayList<>();
      for (int rest = content.number(); rest > 0; rest--) {
        methods.add(new ClassFact.Method(text(), text(), names.modifiers(content.number())));
      }
      List<ClassFact.Field> fields = new ArrayList<>();
      for (int rest = content.number(); rest > 0; rest--) {
        fields.add(
            new ClassFact.Field(text(), text(), names.modifiers(content.number()), content.flag()));
      }
      return new ClassFact(name, origin, supertypes, methods, fields, uses());
    }

    private List<ClassUse> uses() {
      int count = content.number();
      List<ClassUse> uses = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        uses.add(use());
      }
      return uses;
    }

    private ClassUse use() {
      return new ClassUse(
          USES.get(content.number()), text(), text(), text(), text(), content.number());
    }

    private MethodBody body() {
      String name = text();
      String key = text();
      MethodBody.Kind kind = BODIES.get(content.number());
      List<ClassUse> uses = uses();
      List<MethodBody.AccessorCall> calls = new ArrayList<>();
      for (int rest = content.number(); rest > 0; rest--) {
        calls.add(new MethodBody.AccessorCall(use(), text()));
      }
      Set<String> lambdas = new HashSet<>();
      for (int rest = content.number(); rest > 0; rest--) {
        lambdas.add(text());
      }
      return new MethodBody(name, key, kind, uses, calls, lambdas);
    }
  }
}
