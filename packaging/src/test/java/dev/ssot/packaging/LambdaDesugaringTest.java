package dev.ssot.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class LambdaDesugaringTest {

  private static final String PLAIN = "metafactory";
  private static final String OTHER = "altMetafactory";

  private static final String GREETING =
      """
      package %s;

      public final class Greeting {

        private final String name = "you";

        public static String run() {
          java.util.function.Supplier<String> greeting = new Greeting()::greet;
          java.util.function.Supplier<String> loud = () -> greeting.get() + "!";
          return loud.get() + new Greeting().last().get();
        }

        private java.util.function.Supplier<String> last() {
          return () -> name;
        }

        private String greet() {
          return "hello " + name;
        }
      }
      """;

  @TempDir static Path samples;

  private static SampleJar before;
  private static SampleJar after;

  @TempDir Path folder;

  @BeforeAll
  static void takeLambdasOutOfTheSamples() throws IOException {
    before = SampleJar.ofAll(samples);
    after = before.desugared("after.jar");
  }

  private SampleJar greeting(String inPackage, String... options) throws IOException {
    return SampleJar.of(
        folder, Map.of(inPackage + ".Greeting", GREETING.formatted(inPackage)), options);
  }

  @TestFactory
  Stream<DynamicTest> samplesSayWhatTheySaidBefore() throws IOException {
    return SampleJar.names().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> assertEquals(before.run("sample." + name), after.run("sample." + name))));
  }

  @Test
  void noneIsLinkedAnyMore() throws IOException {
    assertTrue(before.linked(PLAIN).containsAll(List.of("sample/Captures.class")));
    assertEquals(List.of(), after.linked(PLAIN));
  }

  @Test
  void thoseOfWhichMoreIsAskedStay() throws IOException {
    assertEquals(List.of("sample/LeftAlone.class"), before.linked(OTHER));
    assertEquals(before.linked(OTHER), after.linked(OTHER));
  }

  @Test
  void entriesKeepOrderTimeAndMethodAndNewOnesFollow() throws IOException {
    List<String> old = before.heads();
    List<String> all = after.heads();
    assertEquals(old, all.subList(0, old.size()));
    String first = old.get(0).replace("META-INF/NOTICE", "");
    assertEquals(
        List.of(),
        all.subList(old.size(), all.size()).stream()
            .filter(head -> !head.matches("sample/.*[$][$]Lambda[0-9]+[.]class" + first))
            .toList());
  }

  @Test
  void whatHasNoLambdasStaysAsItIs() throws IOException {
    Map<String, byte[]> all = after.contents();
    for (Map.Entry<String, byte[]> entry : before.contents().entrySet()) {
      String name = entry.getKey();
      if (!name.matches("sample/(Captures|Conversions|Failures|LeftAlone|Places|References).*")) {
        assertArrayEquals(entry.getValue(), all.get(name), name);
      }
    }
  }

  @Test
  void otherPackagesStayAsTheyAre() throws IOException {
    SampleJar other = greeting("samples");
    assertArrayEquals(other.bytes(), other.desugared("after.jar").bytes());
  }

  @Test
  void packagesBelowAreChanged() throws IOException, ReflectiveOperationException {
    SampleJar below = greeting("sample.below").desugared("after.jar");
    assertEquals(List.of(), below.linked(PLAIN));
    assertEquals("hello you!you", below.run("sample.below.Greeting"));
  }

  @Test
  void theSameJarGivesTheSameBytes() throws IOException {
    assertArrayEquals(after.bytes(), before.desugared("again.jar").bytes());
  }

  @Test
  void aSecondRunFindsNothing() throws IOException {
    assertArrayEquals(after.bytes(), after.desugared("twice.jar").bytes());
  }

  @Test
  void namesThatAreTakenAreLeftOut() throws IOException, ReflectiveOperationException {
    SampleJar jar =
        SampleJar.of(
            folder,
            Map.of(
                "sample.Greeting",
                GREETING.formatted("sample"),
                "sample.Greeting$$Lambda2",
                "package sample; class Greeting$$Lambda2 {}"));
    byte[] taken = jar.contents().get("sample/Greeting$$Lambda2.class");
    SampleJar done = jar.desugared("after.jar");
    assertArrayEquals(taken, done.contents().get("sample/Greeting$$Lambda2.class"));
    assertTrue(done.contents().containsKey("sample/Greeting$$Lambda4.class"));
    assertEquals("hello you!you", done.run("sample.Greeting"));
  }

  @Test
  void protectedMethodsOfOtherPackagesAreReached()
      throws IOException, ReflectiveOperationException {
    SampleJar jar =
        SampleJar.of(
            folder,
            Map.of(
                "other.Parent",
                """
                package other;
                public class Parent {
                  protected String name() { return "parent"; }
                  protected static String kind() { return "kind"; }
                }
                """,
                "sample.Child",
                """
                package sample;
                import java.util.function.Supplier;
                public class Child extends other.Parent {
                  public static String run() {
                    Supplier<String> name = new Child()::name;
                    Supplier<String> kind = other.Parent::kind;
                    return name.get() + new Child().own().get() + kind.get();
                  }
                  private Supplier<String> own() { return this::name; }
                }
                """));
    SampleJar done = jar.desugared("after.jar");
    assertEquals(List.of(), done.linked(PLAIN));
    assertEquals("parentparentkind", done.run("sample.Child"));
  }

  @Test
  void bodiesThatOlderCompilersCallAsThoseOfASuperClassAreReached()
      throws IOException, ReflectiveOperationException {
    SampleJar older = greeting("sample", "--release", "11").desugared("after.jar");
    assertEquals(List.of(), older.linked(PLAIN));
    assertEquals("hello you!you", older.run("sample.Greeting"));
  }

  @Test
  void whatIsOlderThanNestsStaysAsItIs() throws IOException {
    SampleJar old = greeting("sample", "--release", "8", "-Xlint:-options");
    assertArrayEquals(old.bytes(), old.desugared("after.jar").bytes());
  }

  @Test
  void aHostWithoutLambdasListsThoseOfItsMembers()
      throws IOException, ReflectiveOperationException {
    SampleJar jar =
        SampleJar.of(
            folder,
            Map.of(
                "sample.Host",
                """
                package sample;
                public class Host {
                  public static String run() { return new Guest().name.get(); }
                  static class Guest {
                    java.util.function.Supplier<String> name = () -> "guest";
                  }
                }
                """));
    assertEquals("guest", jar.desugared("after.jar").run("sample.Host"));
  }

  @Test
  void aNestWhoseHostIsElsewhereStaysAsItIs() throws IOException {
    SampleJar jar =
        SampleJar.of(
            folder,
            Map.of(
                "sample.Host",
                "package sample; class Host { static class Guest { Runnable r = () -> {}; } }"));
    Map<String, byte[]> classes = jar.contents();
    classes.keySet().retainAll(List.of("sample/Host$Guest.class"));
    assertEquals(Map.of(), new ClassFiles(classes).withoutLambdas());
  }

  @Test
  void aBrokenJarIsNamedAndStays() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    assertFailure(broken, "broken.jar cannot be made classes: ");
    assertEquals("no jar", Files.readString(broken));
  }

  @Test
  void aBrokenClassFileIsNamedAndTheJarStays() throws IOException {
    SampleJar jar = greeting("sample");
    new Jar(jar.file()).put(Map.of("sample/Broken.class", new byte[] {1, 2, 3}));
    byte[] bytes = jar.bytes();
    assertFailure(jar.file(), "its class file sample/Broken.class is broken: ");
    assertArrayEquals(bytes, jar.bytes());
  }

  @Test
  void whatCannotBeWrittenStays() throws IOException {
    SampleJar jar = greeting("sample");
    byte[] bytes = jar.bytes();
    Files.createDirectories(folder.resolve("sample.jar.draft/inside"));
    assertFailure(jar.file(), "sample.jar cannot be made classes: ");
    assertArrayEquals(bytes, jar.bytes());
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws IOException {
    SampleJar jar = greeting("sample").desugared("after.jar");
    assertFalse(Files.exists(jar.file().resolveSibling("after.jar.draft")));
  }

  @Test
  void packagesHaveToBeNamed() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> LambdaDesugaring.main(new String[] {"sample.jar"}));
    assertEquals(
        "1 arguments were given; give a jar and one or more packages", refused.getMessage());
  }

  private static void assertFailure(Path jar, String message) {
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class,
            () -> LambdaDesugaring.main(new String[] {jar.toString(), "sample"}));
    assertTrue(failure.toString().contains(message), failure.toString());
  }
}
