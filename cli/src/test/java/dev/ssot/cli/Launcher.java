package dev.ssot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher script in a checkout of its own.
 *
 * @param home the checkout
 * @param command what is run
 * @param environment the whole environment
 */
record Launcher(Path home, String command, Map<String, String> environment) {

  private static final Path SCRIPT = Path.of("../ssot").toAbsolutePath().normalize();
  private static final Path JAR = Path.of("target/ssot.jar").toAbsolutePath();
  private static final Path ROUTER_JAR =
      Path.of("../router/target/ssot-router.jar").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cp",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sleep",
          "touch");

  /** Is quick: claims to be a Java, makes archives of a line and shows its last two arguments. */
  private static final String STUB_OF_JAVA =
      """
      case $* in
        -version) echo 'openjdk version "17.0.1"' >&2 ;;
        *-XX:DumpLoadedClassList=*) ;;
        *-Xshare:dump*)
          for option; do
            case $option in -XX:SharedArchiveFile=*) echo archive >"${option#*=}" ;; esac
          done ;;
        *) echo "started with $*" ;;
      esac
      """;

  /** What a process left behind. */
  record Result(int status, String out, String err) {}

  /** Copies the launcher to a folder with a source, a Java, and a Maven that copies the jar. */
  static Launcher checkedOut(Path home) throws IOException {
    Files.createDirectories(home.resolve("cli/src/main"));
    Files.createDirectories(home.resolve("rules/src/main/java"));
    Files.writeString(home.resolve("rules/src/main/java/A.java"), "class A {}");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.copy(SCRIPT, home.resolve("ssot"));
    Path bin = Files.createDirectories(bin(home));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(bin.resolve(tool), onPath(tool));
    }
    Launcher launcher =
        new Launcher(home, home.resolve("ssot").toString(), Map.of("PATH", bin.toString()));
    launcher.maven(
        "mkdir -p cli/target router/target && cp '%s' cli/target && cp '%s' router/target"
            .formatted(JAR, ROUTER_JAR));
    launcher.script("java", STUB_OF_JAVA);
    return launcher;
  }

  private static Path bin(Path home) {
    return home.resolve("../bin").normalize();
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no " + tool + " on the PATH"));
  }

  private void maven(String build) throws IOException {
    script("mvn", "echo build >>'%s'\nsleep 0.3\n%s\n".formatted(buildLog(), build));
  }

  private void script(String name, String text) throws IOException {
    Path script = bin(home).resolve(name);
    Files.deleteIfExists(script);
    Files.writeString(script, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path buildLog() {
    return home.resolve("builds.log");
  }

  void breakBuild(String message) throws IOException {
    maven("echo '%s'\nexit 1".formatted(message));
  }

  /** With the Java that runs this test. */
  Launcher withRealJava() throws IOException {
    Files.delete(bin(home).resolve("java"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.createSymbolicLink(bin(home).resolve("java"), java);
    return this;
  }

  Launcher withJavaThatSays(String version) throws IOException {
    script("java", "echo '%s' >&2\n".formatted(version));
    return this;
  }

  Launcher withoutMaven() {
    return without("mvn");
  }

  Launcher withoutJava() {
    return without("java");
  }

  private Launcher without(String tool) {
    try {
      Files.deleteIfExists(bin(home).resolve(tool));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Launcher with(String variable, String value) {
    Map<String, String> changed = new TreeMap<>(environment);
    changed.put(variable, value);
    return new Launcher(home, command, changed);
  }

  Launcher at(Path script) {
    return new Launcher(home, script.toString(), environment);
  }

  /** Called by its bare name, through a link in a folder of the path. */
  Launcher onThePath() throws IOException {
    Files.createSymbolicLink(bin(home).resolve("ssot-by-name"), script());
    return new Launcher(home, "ssot-by-name", environment);
  }

  Path script() {
    return home.resolve("ssot");
  }

  /** How often Maven was called. */
  long builds() {
    try (Stream<String> lines = Files.lines(buildLog())) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive of loaded classes. */
  Path archive() {
    try (Stream<Path> files = Files.walk(home.resolve("cli/target/classes-of"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result run(String... args) {
    try {
      Path around = home.resolve("..").normalize();
      Path out = Files.createTempFile(around, "out", "");
      Path err = Files.createTempFile(around, "err", "");
      List<String> words = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\"", command));
      words.addAll(List.of(args));
      ProcessBuilder builder = new ProcessBuilder(words).directory(around.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("The launcher hangs: " + Files.readString(err));
      }
      return new Result(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
