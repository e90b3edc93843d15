package dev.ssot.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * Sources, compiled and packed: some entries compressed, some only stored.
 *
 * @param file the jar
 */
record SampleJar(Path file) {

  private static final Path SAMPLES = Path.of("src/test/lambdas");
  private static final long TIME = 1_700_000_000_000L;

  /** The jar of all samples, in the package {@code sample}. */
  static SampleJar ofAll(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (String name : names()) {
      sources.put("sample." + name, Files.readString(SAMPLES.resolve(name + ".java")));
    }
    return of(folder, sources);
  }

  /** The names of all samples, each of which has a method {@code run}. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  /**
   * A jar of sources.
   *
   * @param folder where it is made
   * @param sources by the qualified name of the type
   * @param options of the compiler
   */
  static SampleJar of(Path folder, Map<String, String> sources, String... options)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes, sources, options);
    Path file = folder.resolve("sample.jar");
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file));
        Stream<Path> files = Files.walk(classes)) {
      add(jar, "META-INF/NOTICE", "compressed".getBytes(UTF_8), ZipEntry.DEFLATED);
      add(jar, "empty/", new byte[0], ZipEntry.STORED);
      int number = 0;
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(one).toString().replace('\\', '/');
        int method = number++ % 2 == 0 ? ZipEntry.DEFLATED : ZipEntry.STORED;
        add(jar, name, Files.readAllBytes(one), method);
      }
      add(jar, "sample/notes.txt", "stored".getBytes(UTF_8), ZipEntry.STORED);
    }
    return new SampleJar(file);
  }

  private static void compile(Path classes, Map<String, String> sources, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter faults = new StringWriter();
    List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
    all.addAll(List.of(options));
    List<Source> units = sources.entrySet().stream().map(Source::of).toList();
    assertTrue(
        compiler.getTask(faults, null, null, all, null, units).call(), () -> faults.toString());
  }

  private static void add(ZipOutputStream jar, String name, byte[] content, int method)
      throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    entry.setTime(TIME);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(content);
    jar.closeEntry();
  }

  /** A copy beside it, out of whose package {@code sample} lambdas are taken. */
  SampleJar desugared(String name) throws IOException {
    Path copy = Files.copy(file, file.resolveSibling(name));
    LambdaDesugaring.main(new String[] {copy.toString(), "sample"});
    return new SampleJar(copy);
  }

  /** What the method {@code run} of a type says. */
  String run(String type) throws IOException, ReflectiveOperationException {
    URL[] path = {file.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      return (String) loader.loadClass(type).getMethod("run").invoke(null);
    }
  }

  /** The bytes of the jar. */
  byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  /** The contents of entries by name, in their order. */
  Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        contents.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
    }
    return contents;
  }

  /** Names, times and methods of entries, in their order. */
  List<String> heads() throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName() + " " + entry.getTime() + " " + entry.getMethod())
          .toList();
    }
  }

  /** The classes in which the factory of lambdas links a call by one of its methods. */
  List<String> linked(String factory) throws IOException {
    List<String> linked = new ArrayList<>();
    for (Map.Entry<String, byte[]> entry : contents().entrySet()) {
      if (entry.getKey().endsWith(".class") && links(entry.getValue(), factory)) {
        linked.add(entry.getKey());
      }
    }
    return linked;
  }

  private static boolean links(byte[] file, String factory) {
    ClassNode node = new ClassNode();
    new ClassReader(file).accept(node, 0);
    return node.methods.stream()
        .flatMap(method -> Arrays.stream(method.instructions.toArray()))
        .anyMatch(
            instruction ->
                instruction instanceof InvokeDynamicInsnNode call
                    && call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                    && call.bsm.getName().equals(factory));
  }

  /** A source in memory. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    private Source(String type, String text) {
      super(URI.create("memory:///" + type.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    static Source of(Map.Entry<String, String> source) {
      return new Source(source.getKey(), source.getValue());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
