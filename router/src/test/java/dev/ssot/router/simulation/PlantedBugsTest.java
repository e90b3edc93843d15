package dev.ssot.router.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plants a bug in a copy of the router's source and has the simulation find it: a simulation that
 * finds nothing proves nothing.
 */
class PlantedBugsTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/ssot/router");
  private static final Path CLASSES = Path.of("target/classes");
  private static final int MOST_SEEDS = 500;

  @TempDir private Path planted;

  /**
   * A bug to be planted.
   *
   * @param finding what the simulation must say of it
   */
  private record Bug(String name, String finding, List<Edit> edits) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** One place of a bug. */
  private record Edit(String file, String right, String wrong) {}

  static Stream<Bug> bugs() {
    return Stream.of(
        new Bug(
            "a race in registration: a late detach removes whoever has the id by then",
            "was forgotten without a word",
            List.of(
                new Edit(
                    "ConnectionTable.java",
                    "if (connections.remove(connection.id(), connection)) {",
                    "if (connections.remove(connection.id()) != null) {"),
                new Edit(
                    "UserConnections.java",
                    "if (!open.remove(connection.id(), connection)) {",
                    "if (open.remove(connection.id()) == null) {"))),
        new Bug(
            "off by one in resume: the oldest event that is kept is thought lost",
            "past_retention",
            List.of(
                new Edit(
                    "ResumePoint.java",
                    "position.seq() < head.oldest() - 1",
                    "position.seq() < head.oldest()"))),
        new Bug(
            "a breaker shared by tenants",
            "was refused with handler_unavailable",
            List.of(
                new Edit(
                    "Work.java",
                    "new GuardKey(message.type(), user.key().tenant())",
                    "new GuardKey(message.type(), \"everybody\")"))),
        new Bug(
            "a lost acknowledgement: who sends again while the first is handled",
            "was not answered",
            List.of(new Edit("Reception.java", "() -> known.get().await(connection)", "() -> {}"))),
        new Bug(
            "missing cleanup: the topics of a user who is gone",
            "topics=",
            List.of(
                new Edit("UserState.java", "subscriptions.clear();", ";"),
                new Edit("UserState.java", "&& subscriptions.size() == 0", ""))),
        new Bug(
            "a hasty goodbye: the stream of a user who lost nothing and may come back is forgotten",
            "although nothing was lost",
            List.of(new Edit("UserState.java", "!isReachable()\n            &&", ""))));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void findsThePlantedBug(Bug bug) throws Exception {
    String finding = firstFinding(bug);
    assertTrue(finding.contains(bug.finding()), () -> bug + " was not found but: " + finding);
  }

  private String firstFinding(Bug bug) throws Exception {
    compile(bug);
    try (URLClassLoader loader = loader()) {
      var play = loader.loadClass(Schedules.class.getName()).getMethod("play", long.class);
      for (long seed = 1; seed <= MOST_SEEDS; seed++) {
        try {
          play.invoke(null, seed);
        } catch (ReflectiveOperationException failed) {
          return String.valueOf(Objects.requireNonNull(failed.getCause()).getMessage());
        }
      }
    }
    return "nothing in " + MOST_SEEDS + " schedules";
  }

  private void compile(Bug bug) throws IOException {
    for (Edit edit : bug.edits()) {
      Path copy = planted.resolve(edit.file());
      Path source = Files.exists(copy) ? copy : SOURCES.resolve(edit.file());
      String text = Files.readString(source);
      assertTrue(text.contains(edit.right()), () -> edit + " is not in the source any more");
      Files.writeString(copy, text.replace(edit.right(), edit.wrong()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", planted.toString(), "-cp", classPath());
      List<Path> copies = bug.edits().stream().map(edit -> planted.resolve(edit.file())).toList();
      var task =
          compiler.getTask(
              null, files, null, options, null, files.getJavaFileObjectsFromPaths(copies));
      assertEquals(true, task.call(), () -> bug + " does not compile");
    }
  }

  private static String classPath() {
    return CLASSES + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** Finds the planted classes first; everything but the router comes from the usual places. */
  private URLClassLoader loader() throws IOException {
    URL tests = Schedules.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] places = {planted.toUri().toURL(), CLASSES.toUri().toURL(), tests};
    ClassLoader others =
        new ClassLoader(PlantedBugsTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.ssot.router.")) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        };
    return new URLClassLoader(places, others);
  }
}
