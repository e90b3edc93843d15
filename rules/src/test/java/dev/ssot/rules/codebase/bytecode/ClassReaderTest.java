package dev.ssot.rules.codebase.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.bytecode.ClassReader.Classes;
import dev.ssot.rules.codebase.cache.ClassCache;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassReaderTest {

  private static final int MAJOR = 7;

  private final Path folder;
  private final Project project;

  ClassReaderTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        Project.in(folder)
            .java(
                """
                package shop;
                public class Router extends Base implements Runnable {
                  static int count;
                  @Override public void run() {
                    count++;
                    absent(new int[0]);
                    Runnable later = () -> missing.Tool.use("x");
                    later.run();
                  }
                  class Inner {}
                }
                """)
            .java("package shop; public class Base { void absent(int[] all) {} }")
            .java("package missing; public class Tool { public static void use(String text) {} }")
            .compiled();
  }

  private Classes read(String... roots) {
    return new ClassReader(folder, 2)
        .read(List.of(roots).stream().map(folder::resolve).toList(), ClassCache.none());
  }

  private byte[] bytes(String name) {
    return project.content("target/classes/" + name);
  }

  private static byte[] archive(List<String> names, List<byte[]> contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < names.size(); i++) {
        zip.putNextEntry(new ZipEntry(names.get(i)));
        zip.write(contents.get(i));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> causes(Classes classes) {
    return classes.problems().stream().map(one -> one.path() + ": " + one.cause()).toList();
  }

  @Test
  void notesTypesMembersAndUses() {
    ClassFact router = read("target/classes").files().named("shop.Router").orElseThrow();

    assertEquals("target/classes/shop/Router.class", router.origin().path());
    assertEquals("Router.java", router.origin().sourceFile());
    assertEquals(List.of("shop.Base", "java.lang.Runnable"), router.supertypes());
    assertEquals(List.of("count"), router.fields().stream().map(ClassFact.Field::name).toList());
    List<String> uses =
        router.uses().stream()
            .filter(use -> use.kind() != ClassUse.Kind.NAMING)
            .map(use -> use.line() + " " + use.from() + " " + use.words() + use.parameters())
            .toList();
    assertTrue(uses.contains("5 run writes `shop.Router#count`"), uses.toString());
    assertTrue(uses.contains("6 run calls `shop.Router#absent`([I)"), uses.toString());
    assertTrue(uses.contains("7 run calls `missing.Tool#use`(java.lang.String)"), uses.toString());
  }

  /** The class path of this program must not change what is known of a class. */
  @Test
  void knowsWhatNoClassFileHoldsByItsNameAlone() {
    project
        .java("package shop; class Heir extends org.junit.jupiter.api.AssertionsTool {}")
        .file(
            "src/main/java/org/junit/jupiter/api/AssertionsTool.java",
            "package org.junit.jupiter.api; public class AssertionsTool extends java.util.Date {}")
        .compiled()
        .without("target/classes/org/junit/jupiter/api/AssertionsTool.class");
    Classes classes = read("target/classes");

    assertTrue(classes.files().isA("shop.Heir", "org.junit.jupiter.api.AssertionsTool"));
    assertEquals(false, classes.files().isA("shop.Heir", "java.util.Date"));
    assertEquals(true, classes.files().isA("shop.Router", "java.lang.Runnable"));
  }

  @Test
  void readsAnArchiveAsTheFolder() {
    List<String> names = List.of("shop/Router.class", "shop/Base.class", "META-INF/x.class");
    project.bytes(
        "lib/a b.jar",
        archive(names, List.of(bytes("shop/Router.class"), bytes("shop/Base.class"), new byte[9])));
    Classes fromArchive = read("lib/a b.jar");
    Classes fromFolder = read("target/classes");

    assertEquals(List.of(), fromArchive.problems());
    assertEquals(new ClassCounts(2, 2, 0, 0), fromArchive.files().counts());
    ClassFact router = fromArchive.files().named("shop.Router").orElseThrow();
    assertEquals("lib/a b.jar!/shop/Router.class", router.origin().path());
    assertEquals(fromFolder.files().named("shop.Router").orElseThrow().uses(), router.uses());
    assertEquals(List.of("missing.Tool#use"), calls(fromArchive, "missing.Tool#use"));
  }

  private static List<String> calls(Classes classes, String... named) {
    ClassFact router = classes.files().named("shop.Router").orElseThrow();
    return classes.look().flows(List.of(router), Set.of(named)).stream()
        .map(flow -> flow.owner() + "#" + flow.name())
        .toList();
  }

  @Test
  void followsValuesOnlyWhereAFieldOrMethodIsNamed() {
    Classes classes = read("target/classes");

    List<String> ofRun = List.of("shop.Router#absent", "java.lang.Runnable#run");
    assertEquals(List.of(), calls(classes, "shop.Router#run"));
    assertEquals(ofRun, calls(classes, "shop.Router#count"));
    assertEquals(ofRun, calls(classes, "shop.Router#absent"));
    assertEquals(
        List.of("shop.Router#absent", "java.lang.Runnable#run", "missing.Tool#use"),
        calls(classes, "missing.Tool#use", "java.lang.Runnable#run"));
  }

  @Test
  void countsWhatItCannotUnderstandAndReadsTheRest() {
    byte[] whole = bytes("shop/Router.class");
    byte[] newer = whole.clone();
    newer[MAJOR] = (byte) (ClassFile.NEWEST + 1);
    project
        .bytes("target/classes/a/Newer.class", newer)
        .bytes("target/classes/a/Text.class", "no class".getBytes(StandardCharsets.UTF_8))
        .bytes("target/classes/a/Empty.class", new byte[0])
        .bytes("target/classes/a/Readme.txt", new byte[1]);
    Classes classes = read("target/classes");

    assertEquals(new ClassCounts(7, 4, 3, 0), classes.files().counts());
    assertEquals(
        List.of(
            "target/classes: 1 class file is for Java 28, which is newer than what this version"
                + " reads: `a/Newer.class`",
            "target/classes: 2 class files are no class files by their first bytes:"
                + " `a/Empty.class`, `a/Text.class`"),
        causes(classes));
    assertTrue(classes.problems().stream().allMatch(one -> one.kind().incomplete()));
  }

  @Test
  void readsTheNewestVersionThatItNames() {
    byte[] newest = bytes("shop/Base.class");
    newest[MAJOR] = (byte) ClassFile.NEWEST;
    project.bytes("new/shop/Base.class", newest);

    assertEquals(new ClassCounts(1, 1, 0, 0), read("new").files().counts());
  }

  /** Wherever a class file is cut off, it is counted and takes no other with it. */
  @Test
  void aClassFileThatIsCutOffAnywhereIsDamaged() {
    byte[] whole = bytes("shop/Router.class");
    for (int length = 8; length < whole.length; length += 37) {
      project.bytes("target/classes/shop/Router.class", Arrays.copyOf(whole, length));
      Classes classes = read("target/classes");

      assertEquals(new ClassCounts(4, 3, 1, 0), classes.files().counts(), "cut at " + length);
      assertEquals(
          List.of("target/classes: 1 class file is cut off or damaged: `shop/Router.class`"),
          causes(classes));
    }
  }

  @Test
  void bytesThatWereOverwrittenTakeNoOtherClassWithThem() {
    byte[] whole = bytes("shop/Router.class");
    for (int at = 8; at < whole.length; at += 23) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, at, Math.min(whole.length, at + 4), (byte) 0xff);
      project.bytes("target/classes/shop/Router.class", damaged);
      ClassCounts counts = read("target/classes").files().counts();

      assertTrue(counts.read() >= 3 && counts.found() == 4, "damaged at " + at + ": " + counts);
    }
  }

  @Test
  void anArchiveThatIsNoneIsUnreadable() {
    project.file("lib/broken.jar", "not a jar");

    assertEquals(
        List.of(Problem.Kind.UNREADABLE),
        read("lib/broken.jar").problems().stream().map(Problem::kind).toList());
  }

  @Test
  void ofAClassInTwoPlacesTheFirstCounts() {
    project.bytes("other/shop/Base.class", bytes("shop/Base.class"));
    Classes classes = read("other", "target/classes");

    assertEquals(new ClassCounts(4, 4, 0, 0), classes.files().counts());
    assertEquals("other", classes.files().named("shop.Base").orElseThrow().origin().root());
  }

  private static List<String> accesses(ClassFact fact) {
    return fact.uses().stream()
        .filter(use -> use.kind() != ClassUse.Kind.NAMING)
        .map(use -> use.line() + " " + use.from() + " " + use.words())
        .toList();
  }

  /** Before Java 11 nested types reach private members through methods that compilers add. */
  @Test
  void whatGoesThroughAnAccessorStandsWhereItIsCalled() {
    project
        .java(
            """
            package shop;
            public class Safe {
              private static String secret;
              private int open(int key) { return key; }
              class Thief {
                int steal() {
                  secret = "x";
                  Runnable later = () -> open(7);
                  later.run();
                  return secret.length();
                }
              }
            }
            """)
        .compiledFor(8);
    ClassFact thief = read("target/classes").files().named("shop.Safe$Thief").orElseThrow();

    List<String> found = accesses(thief);
    assertTrue(found.contains("7 steal writes `shop.Safe#secret`"), found.toString());
    assertTrue(found.contains("8 steal calls `shop.Safe#open`"), found.toString());
    assertTrue(found.contains("10 steal reads `shop.Safe#secret`"), found.toString());
    assertTrue(found.stream().noneMatch(one -> one.contains("access$")), found.toString());
    ClassFact safe = read("target/classes").files().named("shop.Safe").orElseThrow();
    assertEquals(
        List.of("<init>", "open"), safe.methods().stream().map(ClassFact.Method::name).toList());

    project.bytes("alone/shop/Safe$Thief.class", bytes("shop/Safe$Thief.class"));
    List<String> alone = accesses(read("alone").files().named("shop.Safe$Thief").orElseThrow());
    assertTrue(alone.stream().anyMatch(one -> one.contains("Safe#access$")), alone.toString());
  }

  @Test
  void theCodeOfALambdaIsThatOfTheMethodAroundIt() {
    project
        .java(
            """
            package shop;
            import java.util.function.Supplier;
            public class Lazy {
              Supplier<Supplier<String>> later() {
                return () -> {
                  Supplier<String> inner = () -> missing.Names.one();
                  return inner::get;
                };
              }
            }
            """)
        .java("package missing; public class Names { public static String one() { return \"\"; } }")
        .compiled();
    List<String> found = accesses(read("target/classes").files().named("shop.Lazy").orElseThrow());

    assertTrue(found.contains("6 later calls `missing.Names#one`"), found.toString());
    assertTrue(
        found.contains("7 later passes on `java.util.function.Supplier#get`"), found.toString());
  }

  @Test
  void namesWhatIsNotAccessed() {
    for (String name : List.of("A", "B", "C", "D", "E", "F", "G", "H")) {
      project.java("package named; public class " + name + " extends RuntimeException {}");
    }
    project
        .java("package named; public @interface Mark { Class<?> value(); }")
        .java(
            """
            package shop;
            import java.util.List;
            import named.*;
            @Mark(H.class)
            public class Names<T extends A> {
              List<? super B>[] lists;
              C method(D[] all) throws E { return null; }
              boolean test(Object what) {
                try {
                  return what instanceof F;
                } catch (G e) {
                  return Names.class == what;
                }
              }
            }
            """)
        .compiled();
    List<String> named =
        read("target/classes").files().named("shop.Names").orElseThrow().uses().stream()
            .filter(use -> use.owner().startsWith("named."))
            .map(use -> use.kind() + " " + use.owner() + " " + use.line())
            .sorted()
            .toList();

    assertEquals(
        List.of(
            "NAMING named.A 0",
            "NAMING named.B 0",
            "NAMING named.C 0",
            "NAMING named.D 0",
            "NAMING named.E 0",
            "NAMING named.F 10",
            "NAMING named.G 10",
            "NAMING named.H 0",
            "NAMING named.Mark 0"),
        named);
  }

  /** Some tools write generics that no reader understands; the erased types are there without. */
  @Test
  void aMalformedSignatureSaysNothing() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "shop/Odd", "<T", "java/util/ArrayList", null);
    writer.visitEnd();
    project.bytes("odd/shop/Odd.class", writer.toByteArray());
    Classes classes = read("odd");

    assertEquals(List.of(), classes.problems());
    assertEquals(
        List.of("java.util.ArrayList"),
        classes.files().named("shop.Odd").orElseThrow().supertypes());
  }

  @Test
  void aClassOfWhichARootHasACopyIsReadOnce() {
    project.bytes("target/classes/old/Router.class", bytes("shop/Router.class"));
    Classes classes = read("target/classes");

    assertEquals(new ClassCounts(4, 4, 0, 0), classes.files().counts());
    assertEquals(List.of(), classes.problems());
  }

  @Test
  void whatNoCompilerWritesIsNotRead() {
    project.bytes("huge/shop/Base.class", Arrays.copyOf(bytes("shop/Base.class"), (64 << 20) + 1));

    assertEquals(
        List.of("huge: 1 class file is larger than 64 MB: `shop/Base.class`"),
        causes(read("huge")));
  }

  @Test
  void namesRootsWithoutClassFiles() {
    assertEquals(List.of(folder.resolve("src")), read("src").empty());
  }
}
