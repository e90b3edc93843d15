package dev.ssot.rules.codebase.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.ModuleFact;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeFact.Vocabulary;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.Problem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {

  private static final String GREETER =
      """
      package app;

      class Greeter {
        String greeting = "Grüße, Łukasz";
      }
      """;

  private final Path folder;
  private final Project project;

  SourceReaderTest(@TempDir Path folder) throws IOException {
    this.folder = Files.createDirectory(folder.resolve("project"));
    this.project = Project.in(this.folder);
  }

  private static List<String> types(Sources sources) {
    return sources.codebase().types().stream().map(type -> type.name()).toList();
  }

  private static Problem onlyProblem(Sources sources) {
    assertEquals(1, sources.problems().size(), sources.problems()::toString);
    return sources.problems().get(0);
  }

  private static byte[] bytes(int[] mark, String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int one : mark) {
      bytes.write(one);
    }
    bytes.writeBytes(text.getBytes(charset));
    return bytes.toByteArray();
  }

  private void assertGreeting(byte[] content) {
    Sources sources = project.bytes("app/Greeter.java", content).sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(
        List.of("Grüße, Łukasz"), sources.codebase().types().get(0).type().vocabulary().literals());
  }

  @Test
  void readsUtf8() {
    assertGreeting(GREETER.getBytes(UTF_8));
  }

  @Test
  void readsUtf8WithAByteOrderMark() {
    assertGreeting(bytes(new int[] {0xEF, 0xBB, 0xBF}, GREETER, UTF_8));
  }

  @Test
  void readsUtf16OfBothEnds() {
    assertGreeting(bytes(new int[] {0xFE, 0xFF}, GREETER, UTF_16BE));
    assertGreeting(bytes(new int[] {0xFF, 0xFE}, GREETER, UTF_16LE));
  }

  @Test
  void readsLatin1WithARemark() {
    Sources sources =
        project.bytes("app/Greeter.java", GREETER.replace("Ł", "L").getBytes(ISO_8859_1)).sources();

    assertEquals(
        List.of("Grüße, Lukasz"), sources.codebase().types().get(0).type().vocabulary().literals());
    assertEquals(Kind.REMARK, onlyProblem(sources).kind());
    assertEquals("its bytes are no UTF-8; read as ISO 8859-1", onlyProblem(sources).cause());
    assertEquals(1, sources.counts().read());
  }

  @Test
  void refusesBytesThatBelieTheirByteOrderMark() {
    Sources sources =
        project
            .bytes("app/A.java", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, -1})
            .sources();

    assertEquals(Kind.UNREADABLE, onlyProblem(sources).kind());
    assertEquals(
        "its byte-order mark says UTF-8 and its bytes are not", onlyProblem(sources).cause());
  }

  @Test
  void findsTheSameLinesWithEveryLineEnd() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Sources sources = project.file("app/Greeter.java", GREETER.replace("\n", end)).sources();
      SourceUnit unit = sources.codebase().units().get(0);

      assertEquals(3, unit.types().get(0).declaration().name().line());
      assertEquals(4, unit.types().get(0).fields().get(0).region().line());
      assertEquals(5, unit.lines());
      assertEquals(5, sources.counts().lines());
    }
  }

  @Test
  void refusesBinaryFiles() {
    Sources sources = project.bytes("app/A.java", new byte[] {'c', 'l', 0, 's'}).sources();

    assertEquals(Kind.UNREADABLE, onlyProblem(sources).kind());
    assertEquals("binary: a NUL byte at offset 2", onlyProblem(sources).cause());
    assertEquals(new FileCounts(1, 0, 0, 1, 0, 0), sources.counts());
  }

  @Test
  void readsTheNulThatALiteralHolds() {
    String filler = "// a line like any other of this file".repeat(60);
    Sources sources =
        project
            .file("app/Key.java", "package app; class Key { String gap = \"a\0b\"; }\n" + filler)
            .sources();

    assertEquals(List.of("app.Key"), types(sources));
    assertEquals(List.of(), sources.problems());
  }

  @Test
  void refusesANulInWhatIsNoUtf8() {
    byte[] bytes =
        ("package app; class Key { String gap = \"\0\u00e9\"; } //" + "-".repeat(2000))
            .getBytes(ISO_8859_1);
    Sources sources = project.bytes("app/Key.java", bytes).sources();

    assertEquals("binary: a NUL byte at offset 39", onlyProblem(sources).cause());
  }

  @Test
  void turnsTenThousandNestedParenthesesAwayAndReadsTheRest() {
    String nested = "(".repeat(10_000) + "1" + ")".repeat(10_000);
    Sources sources =
        project
            .file("app/Deep.java", "package app; class Deep { int one = " + nested + "; }")
            .file("app/Greeter.java", GREETER)
            .sources();

    assertEquals(List.of("app.Greeter"), types(sources));
    assertEquals(Kind.NOT_UNDERSTOOD, onlyProblem(sources).kind());
    assertEquals("brackets are nested more than 1000 levels deep", onlyProblem(sources).cause());
  }

  @Test
  void readsNestingAtTheLimit() {
    String nested = "(".repeat(998) + "1" + ")".repeat(998);
    Sources sources =
        project
            .file("app/Deep.java", "package app; class Deep { int one = " + nested + "; }")
            .sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(List.of("app.Deep"), types(sources));
  }

  @Test
  void refusesFilesOverTheLimitWithoutReadingThem() throws IOException {
    Path file = folder.resolve("Huge.java");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(50L << 20);
    }
    Sources sources = project.sources();

    assertEquals(Kind.UNREADABLE, onlyProblem(sources).kind());
    assertEquals("it is larger than 8 MiB (52428800 bytes)", onlyProblem(sources).cause());
  }

  @Test
  void readsAFileAtTheLimit() {
    String text = "class AtLimit {} //";
    Sources sources =
        project.file("AtLimit.java", text + "x".repeat((8 << 20) - text.length())).sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(List.of("AtLimit"), types(sources));
  }

  @Test
  void followsNoLoopOfLinks() throws IOException {
    project.file("app/Greeter.java", GREETER);
    Files.createSymbolicLink(folder.resolve("app/again"), folder);
    Sources sources = project.sources();

    assertEquals(List.of("app.Greeter"), types(sources));
    assertEquals(Kind.REMARK, onlyProblem(sources).kind());
    assertEquals("a link to `.`, which is scanned there", onlyProblem(sources).cause());
  }

  @Test
  void aLinkToItselfIsAProblemWhereASourceWasWanted() throws IOException {
    project.file("app/Greeter.java", GREETER);
    Files.createSymbolicLink(folder.resolve("app/Self.java"), Path.of("Self.java"));
    Sources sources = project.sources();

    assertEquals(Kind.UNREADABLE, onlyProblem(sources).kind());
    assertEquals("app/Self.java", onlyProblem(sources).path());
    assertEquals("a link that leads back to itself", onlyProblem(sources).cause());
  }

  @Test
  void aDanglingLinkIsAProblemWhereASourceWasWanted() throws IOException {
    project.file("app/Greeter.java", GREETER);
    Files.createSymbolicLink(folder.resolve("app/Gone.java"), Path.of("nowhere.java"));
    Sources sources = project.sources();

    assertEquals(Kind.UNREADABLE, onlyProblem(sources).kind());
    assertEquals(
        "a link to something that does not exist, or it vanished during the scan",
        onlyProblem(sources).cause());
    assertEquals(new FileCounts(2, 1, 0, 1, 0, 5), sources.counts());
  }

  @Test
  void aDanglingLinkToSomethingElseIsARemark() throws IOException {
    project.file("app/Greeter.java", GREETER);
    Files.createSymbolicLink(folder.resolve("app/gone"), Path.of("nowhere"));

    assertEquals(Kind.REMARK, onlyProblem(project.sources()).kind());
  }

  @Test
  void readsAFolderOutsideOnceThoughTwoLinksLeadThere() throws IOException {
    Path outside = Files.createDirectories(folder.resolveSibling("outside"));
    Files.writeString(outside.resolve("Shared.java"), "class Shared {}");
    Files.createSymbolicLink(folder.resolve("first"), outside);
    Files.createSymbolicLink(folder.resolve("second"), outside);
    Sources sources = project.sources();

    assertEquals(List.of("Shared"), types(sources));
    assertEquals("first/Shared.java", sources.codebase().units().get(0).path());
    assertEquals("second", onlyProblem(sources).path());
    assertEquals("a link to `first`, which is scanned there", onlyProblem(sources).cause());
  }

  @Test
  void readsAFileOnceThoughTwoLinksLeadToIt() throws IOException {
    project.file("app/Greeter.java", GREETER);
    Files.createSymbolicLink(folder.resolve("A.java"), folder.resolve("app/Greeter.java"));
    Files.createSymbolicLink(folder.resolve("B.java"), folder.resolve("app/Greeter.java"));
    Sources sources = project.sources();

    assertEquals(
        List.of("app/Greeter.java"),
        sources.codebase().units().stream().map(SourceUnit::path).toList());
    assertEquals(
        List.of("A.java", "B.java"), sources.problems().stream().map(Problem::path).toList());
    assertTrue(
        sources.problems().stream().allMatch(problem -> problem.kind() == Kind.REMARK),
        sources.problems()::toString);
  }

  @Test
  void doesNotHangOnANamedPipe() throws Exception {
    project.file("app/Greeter.java", GREETER);
    Path pipe = folder.resolve("app/Pipe.java");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Sources sources = assertTimeoutPreemptively(Duration.ofSeconds(20), project::sources);

    assertEquals(Kind.UNREADABLE, onlyProblem(sources).kind());
    assertEquals("it is no regular file", onlyProblem(sources).cause());
    assertEquals(List.of("app.Greeter"), types(sources));
  }

  @Test
  void aFileWithoutASenseIsNotUnderstood() {
    Sources sources = project.file("app/Bad.java", "package app;\n\nklass Bad {\n").sources();

    assertEquals(Kind.NOT_UNDERSTOOD, onlyProblem(sources).kind());
    assertEquals(3, onlyProblem(sources).line());
    assertEquals(new FileCounts(1, 0, 0, 1, 0, 0), sources.counts());
  }

  @Test
  void aFileOfWhichSomeTypesAreReadIsPartlyUnderstood() {
    Sources sources =
        project
            .file(
                "app/Half.java",
                """
                package app;

                class Half {
                  int good() {
                    return 1;
                  }

                  int bad() {
                    return +;
                  }
                }
                """)
            .sources();

    assertEquals(Kind.PARTLY_UNDERSTOOD, onlyProblem(sources).kind());
    assertEquals(9, onlyProblem(sources).line());
    assertEquals(1, sources.counts().partly());
    assertEquals(List.of("app.Half"), types(sources));
    assertEquals(Set.of("app/Half.java"), sources.unseen());
  }

  @Test
  void anEmptyFileIsReadAndHoldsNothing() {
    Sources sources =
        project.file("app/Empty.java", "").file("app/Comment.java", "// Nothing.\n").sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(new FileCounts(2, 2, 0, 0, 0, 1), sources.counts());
  }

  @Test
  void readsModuleDeclarations() {
    Sources sources =
        project
            .file(
                "core/module-info.java",
                """
                module app.core {
                  requires java.logging;
                  exports app.api;
                  exports app.inner to app.web;
                }
                """)
            .sources();

    assertEquals(
        List.of(new ModuleFact("app.core", "core", List.of("app.api"))),
        sources.codebase().units().get(0).modules());
  }

  @Test
  void readsPackageDeclarations() {
    Sources sources =
        project
            .file("app/package-info.java", "/** The app. */\n@Deprecated\npackage app;\n")
            .sources();

    assertEquals(List.of(), sources.problems());
    assertEquals("app", sources.codebase().units().get(0).packageName());
  }

  @Test
  void aCompactSourceFileDeclaresTheTypeThatItIsCalledAfter() {
    Sources sources =
        project.file("Hello.java", "void main() {\n  IO.println(\"hello\");\n}\n").sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(List.of("Hello"), types(sources));
    assertEquals("main", sources.codebase().types().get(0).type().methods().get(0).name());
  }

  @Test
  void readsEveryKindOfType() {
    Sources sources =
        project
            .file(
                "app/Shape.java",
                """
                package app;

                sealed interface Shape permits Circle, Square {
                  record Point(int x, int y) {
                    Point {
                      if (x < 0) {
                        throw new IllegalArgumentException();
                      }
                    }
                  }

                  enum Colour {
                    RED,
                    BLUE {
                      @Override
                      String text() {
                        return "blue";
                      }
                    };

                    String text() {
                      return "red";
                    }
                  }

                  @interface Drawn {
                    String by() default "";
                  }
                }

                non-sealed class Circle implements Shape {}

                final class Square implements Shape {
                  class Inner {
                    class Innermost {}
                  }
                }
                """)
            .sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(
        List.of(
            "INTERFACE app.Shape",
            "RECORD app.Shape.Point",
            "ENUM app.Shape.Colour",
            "ANNOTATION app.Shape.Drawn",
            "CLASS app.Circle",
            "CLASS app.Square",
            "CLASS app.Square.Inner",
            "CLASS app.Square.Inner.Innermost"),
        sources.codebase().types().stream()
            .map(type -> type.type().kind() + " " + type.name())
            .toList());
    assertEquals(TypeKind.RECORD, sources.codebase().type("app.Shape.Point").get().type().kind());
    assertEquals("app.Square.Inner", enclosing(sources, "app.Square.Inner.Innermost"));
    assertEquals("", enclosing(sources, "app.Square"));
  }

  private static String enclosing(Sources sources, String type) {
    return sources.codebase().type(type).orElseThrow().type().enclosing();
  }

  @Test
  void readsLocalRecordsAndInterfaces() {
    Sources sources =
        project
            .file(
                "app/Local.java",
                """
                package app;

                class Local {
                  int sum() {
                    record Pair(int left, int right) {}
                    interface Sum {
                      int of(Pair pair);
                    }
                    Sum sum = pair -> pair.left() + pair.right();
                    return sum.of(new Pair(1, 2));
                  }
                }
                """)
            .sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(List.of("app.Local"), types(sources));
  }

  @Test
  void aLocalEnumIsReadOrAProblemAndNeverSilent() {
    Sources sources =
        project
            .file(
                "app/Local.java",
                """
                package app;

                class Local {
                  int sum() {
                    enum Side { LEFT, RIGHT }
                    return Side.values().length;
                  }

                  int after() {
                    return 1;
                  }
                }
                """)
            .sources();

    List<String> methods =
        sources.codebase().types().stream()
            .flatMap(type -> type.type().methods().stream())
            .map(MethodFact::name)
            .toList();
    assertTrue(
        methods.equals(List.of("sum", "after")) || onlyProblem(sources).kind().incomplete(),
        () -> "methods " + methods + " and no problem");
  }

  @Test
  void readsNewSyntax() {
    Sources sources =
        project
            .file(
                "app/New.java",
                """
                package app;

                import module java.base;

                class New {
                  String of(Object value) {
                    return switch (value) {
                      case Integer i when i > 9 -> "many";
                      case Pair(var left, Integer right) -> left + ":" + right;
                      case null -> "none";
                      default -> {
                        var text = \"""
                            a "text" block
                            \""";
                        yield text;
                      }
                    };
                  }

                  record Pair(Object left, Object right) {}

                  void ignore(List<String> all) {
                    for (String _ : all) {}
                    all.forEach(_ -> {});
                  }

                  New(int size) {
                    if (size < 0) {
                      throw new IllegalArgumentException();
                    }
                    super();
                  }
                }
                """)
            .sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(List.of("app.New", "app.New.Pair"), types(sources));
  }

  @Test
  void readsUnicodeEscapesInNames() {
    Sources sources =
        project.file("app/Caf.java", "package app; class Caf\\u00e9 { int caf\\u00e9; }").sources();

    assertEquals(List.of(), sources.problems());
    assertEquals(1, types(sources).size());
  }

  @Test
  void readsServiceFiles() {
    ServiceFile file =
        project
            .file(
                "res/META-INF/services/app.Api", "# all\n  app.One  # the first\n\napp.Two$Inner\n")
            .file("res/META-INF/services/deeper/app.Other", "app.No\n")
            .file("res/META-INF/services/README", "app.No\n")
            .file("res/META-INF/app.Api", "app.No\n")
            .sources()
            .codebase()
            .services()
            .get(0);

    assertEquals("app.Api", file.service());
    assertEquals(
        List.of("app.One 2:3", "app.Two.Inner 4:1"),
        file.providers().stream()
            .map(p -> p.name() + " " + p.region().line() + ":" + p.region().column())
            .toList());
  }

  @Test
  void factsDoNotDependOnTheNumberOfThreads() {
    Neighbourhood.around(project)
        .file("app/Greeter.java", GREETER)
        .file("app/Bad.java", "class {")
        .file("res/META-INF/services/app.Api", "app.One\n");
    Sources one = project.threads(1).sources();
    Sources four = project.threads(4).sources();

    assertEquals(one.codebase().units(), four.codebase().units());
    assertEquals(one.codebase().services(), four.codebase().services());
    assertEquals(one.problems(), four.problems());
    assertEquals(one.counts(), four.counts());
  }

  @Test
  void readsTheWordsOfCommentsWhereTheyAreWanted() {
    project.file("A.java", "/** Routes letters. */ class A { void f() { g(\"h\"); } // sorts\n }");
    Vocabulary wanted = vocabulary(Wanted.ranking());
    Vocabulary others = vocabulary(Wanted.nothing());

    assertEquals(List.of("letter", "route"), wanted.comments());
    assertThrows(IllegalStateException.class, others::comments);
    assertEquals(wanted.words(), others.words());
    assertEquals(wanted.calls(), others.calls());
    assertEquals(wanted.literals(), others.literals());
  }

  private Vocabulary vocabulary(Wanted wanted) {
    return new SourceReader(folder, TestPolicy.empty().selection(), wanted, 1)
        .read(List.of(folder), (done, all) -> {})
        .codebase()
        .types()
        .get(0)
        .type()
        .vocabulary();
  }

  @Test
  void readsInTheOrderOfPathsWhateverTheOrderOfTheArguments() {
    project.file("b/B.java", "class B {}").file("a/A.java", "class A {}");
    SourceReader reader =
        new SourceReader(folder, TestPolicy.empty().selection(), Wanted.ranking(), 1);
    Sources sources =
        reader.read(
            List.of(folder.resolve("b"), folder.resolve("a/A.java"), folder.resolve("a")),
            (done, all) -> {});

    assertEquals(List.of("A", "B"), types(sources));
    assertEquals(2, sources.counts().found());
  }

  @Test
  void leavesBuildFoldersOutBesideTheirBuildFileAndCountsWhatIsInThem() {
    Sources sources =
        project
            .file("pom.xml", "<project/>")
            .file("target/classes/Copied.java", "class Copied {}")
            .file("target/deep/er/Copied2.java", "class Copied2 {}")
            .file("src/main/java/app/target/Goal.java", "package app.target; class Goal {}")
            .file("lib/build/Tool.java", "package build; class Tool {}")
            .file("web/build.gradle", "")
            .file("web/build/Made.java", "class Made {}")
            .file(".git/Hook.java", "class Hook {}")
            .sources();

    assertEquals(
        List.of("app.target.Goal", "build.Tool"), types(sources).stream().sorted().toList());
    assertEquals(4, sources.counts().excluded());
    assertEquals(2, sources.counts().found());
  }

  @Test
  void readsABuildFolderThatIsAskedFor() {
    project.file("pom.xml", "<project/>").file("target/made/Made.java", "class Made {}");
    SourceReader reader =
        new SourceReader(folder, TestPolicy.empty().selection(), Wanted.ranking(), 1);

    assertEquals(
        List.of("Made"), types(reader.read(List.of(folder.resolve("target")), (done, all) -> {})));
  }

  @Test
  void leavesOutWhatThePolicyExcludesAndWhatLiesOutsideOfItsRoots() {
    Sources sources =
        project
            .file("src/main/java/app/A.java", "package app; class A {}")
            .file("src/main/java/app/old/B.java", "package app.old; class B {}")
            .file("src/main/java/app/C.java", "package app; class C {}")
            .file("scripts/D.java", "class D {}")
            .policy(
                TestPolicy.empty()
                    .roots("src/main/java")
                    .excludes("**/old", "src/*/java/app/C.java"))
            .sources();

    assertEquals(List.of("app.A"), types(sources));
    assertEquals(3, sources.counts().excluded());
    assertEquals(Set.of("src/main/java", "**/old", "src/*/java/app/C.java"), sources.matched());
    assertEquals(
        Set.of("src/main/java/app/old/B.java", "src/main/java/app/C.java", "scripts/D.java"),
        sources.unseen());
  }

  @Test
  void tellsHowFarItHasCome() {
    Neighbourhood.around(project);
    List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
    new SourceReader(folder, TestPolicy.empty().selection(), Wanted.ranking(), 3)
        .read(List.of(folder), (done, all) -> heard.add(done + "/" + all));

    assertEquals(20, heard.size());
    assertEquals("1/20", heard.get(0));
    assertEquals("20/20", heard.get(19));
  }

  @Test
  void readsTheHeadOfATypeAsWritten() {
    TypeFact type =
        project
            .file(
                "app/Head.java",
                """
                package app;

                @Deprecated
                @java.lang.SuppressWarnings("unchecked")
                public abstract class Head<T> extends java.util.ArrayList<T>
                    implements Comparable<Head<T>>, java.util.Map.Entry<T, T> {
                  static final int ONE = 1, TWO = 2;
                  protected java.util.Map<String, int[]> all;

                  Head(String... names) {}

                  public <X extends T> java.util.List<X> some(int[] numbers, T[] ts, X x) {
                    return null;
                  }
                }
                """)
            .codebase()
            .types()
            .get(0)
            .type();

    assertEquals(List.of("Deprecated", "SuppressWarnings"), type.declaration().annotations());
    assertEquals(
        List.of("java.util.ArrayList", "Comparable", "java.util.Map.Entry"),
        type.declaration().supertypes());
    assertEquals(
        List.of("ONE:int", "TWO:int", "all:java.util.Map<String,int[]>"),
        type.fields().stream().map(field -> field.name() + ":" + field.type()).toList());
    assertEquals(
        List.of("Head(String...)", "some(int[], T[], X): List"),
        type.methods().stream().map(MethodFact::signature).toList());
  }

  @Test
  void takesTheTagInTheJavadocOfATypeForTheAnnotation() {
    String text =
        """
        package app;

        /**
         * Old.
         *
         * @deprecated see {@link Fresh}
         */
        @Deprecated
        class Old {}

        /** @deprecated */
        class Older {}

        /** Not {@code @deprecated}. */
        class Fresh {
          /** @deprecated */
          void gone() {}
        }
        """;

    List<List<String>> annotations =
        project.file("app/Old.java", text).codebase().types().stream()
            .map(entry -> entry.type().declaration().annotations())
            .toList();

    assertEquals(List.of(List.of("Deprecated"), List.of("Deprecated"), List.of()), annotations);
  }
}
