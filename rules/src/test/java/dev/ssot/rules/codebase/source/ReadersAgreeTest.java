package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.tokens.TokenReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reader without trees tells of a file exactly what the parser tells, or nothing.
 *
 * <p>With the system property {@code ssot.corpus} it is tried on all sources in that folder, as
 * they are and with a random token taken out, doubled or put elsewhere.
 */
class ReadersAgreeTest {

  private static final String CORPUS = System.getProperty("ssot.corpus", "");

  /** Java that the parser does not understand; seen in a corpus only. */
  private static final Pattern PARSER_FAILS =
      Pattern.compile("Found \"\\{\"|Encountered: \"u\" \\(117\\)");

  private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\w\\s]");
  private static final Path OWN = Path.of("src", "main", "java");

  private final JavaReader reader = new JavaReader(new Interner(), Wanted.nothing());
  private final JavaReader valuing = new JavaReader(new Interner(), new Wanted(Set.of(), true));

  /** What both tell of a file, its values included; nothing if it is for the parser. */
  private Optional<SourceUnit> agreed(String path, String text) {
    FoundFile file = production(path);
    SourceText source = source(text);
    Optional<SourceUnit> fast = reader.withoutTree(file, source);
    fast.ifPresent(unit -> assertAgree(unit, reader.withTree(file, source), path));
    valuing
        .withoutTree(file, source)
        .ifPresent(unit -> assertAgree(unit, valuing.withTree(file, source), path));
    return fast;
  }

  private static void assertAgree(SourceUnit fast, FileFacts slow, String what) {
    boolean parserFails =
        !CORPUS.isEmpty()
            && slow.problems().stream().anyMatch(p -> PARSER_FAILS.matcher(p.cause()).find());
    if (parserFails) {
      return;
    }
    assertEquals(List.of(), slow.problems(), () -> "only the parser objects to " + what);
    assertEquals(slow.units(), List.of(fast), what);
  }

  /** A file whose content is given apart from it. */
  private static FoundFile production(String path) {
    return new FoundFile(new DiskFile(Path.of(path)), path, SourceKind.PRODUCTION);
  }

  private static SourceText source(String text) {
    return SourceText.decode(text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<String> common() {
    return Stream.of(
        "package a.b;\nimport java.util.*;\nimport static x.Y.z;\n/** Doc {@link Foo}. */ class A {}",
        "@interface A { int value() default 1; String[] names() default {}; B b() default @B; }",
        "enum A implements X { ONE(1) { int f() { return 1; } }, @Deprecated TWO; A() {} int x; }",
        "record A<T extends Comparable<T> & X>(@N int a, List<T>... rest) { A { check(a); } }",
        "sealed interface A permits B, C {} non-sealed class B implements A {} final class C implements A {}",
        "class A { int[] a[] = {{1}, {2}}; int f(int b[])[] { return null; } }",
        "class A { Map.Entry<String, ? extends List<int[]>> e; Outer.Inner<? super X> i; }",
        "class A { { init(); } static { Foo.BAR.go(); } }",
        "class A { <T> A(T t) throws X, y.Z { this(); } A() { super(); } }",
        "class A { Object f() { return (Runnable & java.io.Serializable) () -> {}; } }",
        "class A { Object f() { return (a) + b - (int) -c * (Foo) d + (e) - f; } }",
        "class A { Object f() { return x -> y -> (a, b) -> (int c, final @N D d) -> c; } }",
        "class A { Object f() { return List.<String>of(a)::get; } }",
        "class A { Object f() { g(Foo::new, int[]::new, List<String>::new, a.b::c, super::x); return Foo[]::new; } }",
        "class A { boolean f() { return a < b && c > d || e >> 2 >>> 3 > 4; } }",
        "class A { boolean f(Object o) { return o instanceof B b && b.x() || o instanceof C(var d, E(int e)); } }",
        "class A { int f(Object o) { return switch (o) { case B b when b.x > 1 -> 1; case C(int d) -> 2; case null, default -> { yield 3; } }; } }",
        "class A { void f() { switch (x) { case ONE: case TWO: g(); break; default: h(); } } }",
        "class A { int f(E e) { return switch (e) { case X, Y -> 1; case a.B.C -> throw new Z(); default -> g(y -> 2); }; } }",
        "class A { void f() { for (int i = 0, j = 1; i < j; i++, j--) {} for (final X x : xs) g(x); for (;;) {} } }",
        "class A { void f() { try (var a = b(); c; D d = e) { } catch (final X | Y z) { } finally { } } }",
        "class A { void f() { outer: while (true) { do { continue outer; } while (x); } } }",
        "class A { void f() { assert x : y; synchronized (this) { throw new B(); } } }",
        "class A { void f() { class B {} interface C {} record D(int x) {} abstract class E {} } }",
        "class A { void f() { new B<>() { int x; }.go(); a.new C(); new int[] {1, 2}[0]++; int[][] y = new int[3][]; } }",
        "class A { Object f() { return A.this.x + A.super.g() + int.class + void.class + String[].class; } }",
        "class A { void f() { Class.forName(\"a.b.Type$Inner\"); String s = \"\"\"\n  \\\"\"\" x\n  \"\"\"; } }",
        "class A { int record, sealed, with, to, module; void open(int yield) { record = with.to; } }",
        "class A { @Override public String toString() { return name; } void set(int x) { this.x = x; } A with(int x) { this.x = x; return this; } }",
        "class A { B b; void f(int x) { b.f(x); } int g() { return this.b.g(); } void h(int a) { B.h(a); } C i() { return c().i(); } C c() { return null; } }",
        "class A { @Nullable Object @Nullable [] a; Object f(@N String @N ... b) { return null; } <T> @Nullable T g() { return null; } }",
        "class A { int x = a > b ? c : d; int y = a ? b -> c : d -> e; Object z = (x) ? (y) : (z); }",
        "// Generated by a tool\npackage a;\nclass A {}",
        "/* Licensed. */ /** Doc, @generated. */ class A {}",
        "/** @deprecated use B */ class A { /** {@linkplain c.D#e} and\n * @see F.G */ void f() {} }",
        "package a;\n;import b.C;; class A {};",
        "class A {; int x;; void f() {;} }",
        "class A { int été; char c = '\\u0041'; String s = \"\\u00e9\\t\"; long l = 0xFFL + 0b1_0 + 017 + 1e-3; }",
        "@a.b.C(x = {1, 2,}, y = @D(E.F), z = \"g\" + H) package a;",
        "@a.b.C({\"x\", Y.Z}) public final @Generated class A { }",
        "class A<T> extends b.C<T> implements D<T[]>, e.F { Outer<T> o; T t() { return (T) o.<T>get(1); } }",
        "class A { void f() { int a = 1; a.b.C d = null; a.b.C<D>[] e; List<? extends X> g; foo = bar; (x).y(); ((X) z).w(); } }",
        "class A { void f() { ++x; x--; this.x += 1; super.g(); a[0] = 1; a().b[1].c = 2; new X(); } }",
        "class A {}\r\n\r\nclass B {}\r// end\r",
        "class A {\n}\n\n",
        "class A { void f() {} /* ** / * \r\n *** straße\r *é* */ }// end",
        "class A { /** DO NOTHING. Regenerated at night. */ void f() {} /***/ int x; /**/ int y; }");
  }

  @ParameterizedTest
  @MethodSource("common")
  void commonJavaNeedsNoTree(String text) {
    assertTrue(agreed("A.java", text).isPresent(), "handed over: " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "// nothing",
        "void main() {}",
        "module a { exports b; }",
        "import module java.base; class A {}",
        "class A { Outer<T>.Inner<U> x; }",
        "class A { void f(A this) {} }",
        "class A { void f() { yield(1); } }",
        "class A { java.util.@N List<X> x; }",
        "class A { void f() { // ssot:allow forbidden-import\n } }",
        "class A { void f() { a + b; } }",
        "class A { void f(int a, ) {} }",
        "class A { void f() { for (a : b) {} } }",
        "class A { int x = a > > b; }",
        "class A { int x = a + b -> c; }",
        "class A { A",
        "class A { int f() { return 1 } }"
      })
  void theRestIsForTheParser(String text) {
    FoundFile file = production("A.java");
    assertEquals(Optional.empty(), reader.withoutTree(file, source(text)));
  }

  @Test
  void wordsWhoseUsesAreWantedAreForTheParser() {
    JavaReader watching = new JavaReader(new Interner(), new Wanted(Set.of("send"), false));
    FoundFile file = production("A.java");
    SourceText sends = source("class A { void f() { b.send(); } }");
    SourceText speaksOfIt = source("class A { String s = \"send\"; /* send */ }");

    assertTrue(watching.withoutTree(file, sends).isEmpty());
    assertTrue(watching.withoutTree(file, speaksOfIt).isPresent());
  }

  static Stream<String> valued() {
    return Stream.of(
        "@A(\"some.telling-text\") package a;",
        "class A { static final int X = 1; int y = 2; void f() {} }",
        "interface A { int X = 1; default Object f() { return new B() { int notOne = 2; }; } }",
        "class A { void f() { g(1); } /* about\n h */ void h() { i(\"agent_started\"); } void j() {} }",
        "class A { void f() {}\r\n  int g() { return 4711; } void h() {} String i = \"a.b.c.d\";\r\n}",
        "class A { int f(int x) { switch (x) { case B: return 1; case C: return 2; case D: return 3; } return 0; } }",
        "class A { void f(String s) { if (s.equals(\"a\")) g(); else if (\"b\".equals(s)) h(); else if (s == \"c\") i(); } }",
        "class A { void f() { m.put(\"a\", x -> y); m.put(\"b\", this::z); m.put(C_D, new EHandler()); } }",
        "class A { Map<String, Handler> m = Map.of(A, h -> 1, B, i -> 2, C, j -> 3); }",
        "class A { int f() { return p.getInt(\"some.key\", 5); } @V(\"${a.b:3}\") int g; }",
        "class A { void f() { class B { static final int X = 5; } new C() { static final int Y = X; }; } }",
        "enum A { ONE(\"first.of-all\"), TWO(3); int x() { return 0; } }",
        "record A(@V(\"${a:1}\") int b) { static final long C = 3L; }",
        "class A { class B { void f() {} static final String X = \"x\" + Y; void g() {} } static final String Y = \"y\"; }",
        "class A { String s = \"esc\\u0061ped.text\"; long l = 0x1234; double d = 4.5; }",
        "class A { boolean f(int mode) { return (mode & 0777000) == 0040000; } }");
  }

  @ParameterizedTest
  @MethodSource("valued")
  void valuesAreReadFromWhatMayHoldThem(String text) {
    assertTrue(agreed("A.java", text).isPresent(), "handed over: " + text);
  }

  @Test
  void codeThatHoldsNoValuesNeedsNoTreeAtAll() {
    String plain = "class A { int x; void f(int y) { if (y > 0) { g(\"some words\", 7); } } }";
    TokenReader tokens = new TokenReader(new Interner(), Set.of(), true);

    assertEquals(Optional.empty(), tokens.read(plain).orElseThrow().valued());
    assertEquals(
        Optional.of(
            "class A { \n"
                + " ".repeat(" void f() { a(); } ".length())
                + "int z() { return 4711; } }"),
        tokens
            .read("class A { /** Doc. */\n void f() { a(); } int z() { return 4711; } }")
            .orElseThrow()
            .valued());
  }

  @Test
  void aFileThatWasHandedOverLeavesNothingBehind() {
    String good = "class A { void f() { words.of(\"some text\"); } }";
    Optional<SourceUnit> before = agreed("A.java", good);
    agreed("A.java", "class A { void other() { leftovers.of(\"more text\"); } int x = ; }");
    assertEquals(before, agreed("A.java", good));
  }

  @Test
  void theyAgreeOnThisModule() throws IOException {
    List<Path> files = sources(OWN);
    int fast = 0;
    for (Path file : files) {
      fast += agreed(file.toString(), Files.readString(file)).isPresent() ? 1 : 0;
    }
    int all = files.size();
    assertTrue(all > 200 && fast > all * 0.95, fast + " of " + all + " without a tree");
  }

  @ParameterizedTest
  @MethodSource({"common", "valued"})
  void theyAgreeOnErrors(String text) {
    for (int seed = 0; seed < 200; seed++) {
      String damaged = damaged(text, new Random(seed));
      agreed(damaged, damaged);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "ssot.corpus", matches = ".+")
  void theyAgreeOnTheCorpus() throws IOException {
    List<Path> files = sources(Path.of(CORPUS));
    int fast = 0;
    for (Path file : files) {
      fast += agreed(file.toString(), read(file)).isPresent() ? 1 : 0;
    }
    System.out.printf("%d of %d files without a tree%n", fast, files.size());
    for (Path file : files) {
      agreed(file + " with a random error", damaged(read(file), new Random(file.hashCode())));
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String read(Path file) throws IOException {
    return SourceText.decode(Files.readAllBytes(file)).text();
  }

  /** A text with one token left out, doubled, put behind the next or put in place of another. */
  private static String damaged(String text, Random random) {
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new int[] {matcher.start(), matcher.end()});
    }
    int at = random.nextInt(tokens.size() - 1);
    int[] one = tokens.get(at);
    int[] next = tokens.get(at + 1);
    int[] any = tokens.get(random.nextInt(tokens.size()));
    String token = text.substring(one[0], one[1]);
    String before = text.substring(0, one[0]);
    String after = text.substring(one[1]);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + token + " " + token + after;
      case 2 ->
          before
              + text.substring(next[0], next[1])
              + text.substring(one[1], next[0])
              + token
              + text.substring(next[1]);
      default -> before + text.substring(any[0], any[1]) + after;
    };
  }
}
