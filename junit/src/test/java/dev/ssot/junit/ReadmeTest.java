package dev.ssot.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of the README, run as suites of a project in a process of their own. */
class ReadmeTest {

  private static final Pattern CLASS_NAME = Pattern.compile("(?m)^class (\\w+)");

  private final Path folder;
  private final SampleProject project;

  ReadmeTest(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    project = SampleProject.in(folder);
  }

  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Pattern block = Pattern.compile("(?s)```%s\n(.*?)```".formatted(language));
    return block.matcher(readme).results().map(match -> match.group(1)).toList();
  }

  /** Compiles all Java blocks with the classes that the project has, and runs their tests. */
  private String suites() throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    for (String block : blocks("java")) {
      MatchResult name = CLASS_NAME.matcher(block).results().findFirst().orElseThrow();
      names.add(name.group(1));
      Path source = folder.resolve("src/test/java").resolve(name.group(1) + ".java");
      project.file("src/test/java/" + name.group(1) + ".java", block);
      sources.add(source);
    }
    assertEquals(List.of("PolicyTest", "StructureTest"), names);
    sources.add(folder.resolve("src/main/java/com/acme/core/SessionStore.java"));
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + "classes";
    compile(sources, classPath);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, SuiteRunner.class.getName()));
    command.addAll(names);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }

  private void compile(List<Path> sources, String classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    String target = Files.createDirectories(folder.resolve("classes")).toString();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-d", target, "-cp", classPath),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, said.toString());
    }
  }

  private static void assertHolds(String out, String... texts) {
    for (String text : texts) {
      assertTrue(out.contains(text), () -> text + " is missing in:\n" + out);
    }
  }

  @Test
  void theSuitesPassWhereThePolicyIsFollowed() throws IOException, InterruptedException {
    String out = suites();
    assertHolds(out, "[         0 tests failed", "tests successful", "tests aborted");
  }

  @Test
  void theSuitesFailOnARivalAndShowIt() throws IOException, InterruptedException {
    project.plantRival();
    String out = suites();
    assertHolds(
        out,
        "[         4 tests failed",
        "FAILED followsItsPolicy(): java.lang.AssertionError: ssot check of " + folder,
        "FAILED everything was read, and the gate holds: ",
        "FAILED duplicate-implementation: java.lang.AssertionError: `duplicate-implementation`",
        "FAILED rolesHaveOneImplementation: java.lang.AssertionError: ssot check of ",
        "src/main/java/com/acme/edge/UserCache.java:7:14: warning: ",
        "bodies 100 %");
  }

  @Test
  void theSuitesNeedNoParserOfArguments() {
    assertTrue(
        Pattern.compile("[/\\\\]picocli")
            .matcher(System.getProperty("java.class.path"))
            .results()
            .findAny()
            .isEmpty());
  }

  @Test
  void theDependencyIsThisModule() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String dependency = blocks("xml").get(0);
    for (String element : List.of("groupId", "artifactId", "version")) {
      MatchResult said =
          Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element))
              .matcher(dependency)
              .results()
              .findFirst()
              .orElseThrow();
      assertTrue(pom.contains(said.group()), said.group());
    }
  }
}
