package dev.ssot.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Maven in a process of its own.
 *
 * <p>Its repository is its own and holds the plugin as this build has packaged it. What else it
 * needs it takes from the repository into which this build has fetched its own plugins, so that it
 * reaches no network.
 */
final class NestedMaven {

  private static final String VERSION = "0.1.0";
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path REPOSITORY = Path.of("target/maven-repository").toAbsolutePath();
  private static final Path SETTINGS = Path.of("target/maven-settings.xml").toAbsolutePath();
  private static final long MINUTES = 5;

  /** What a run left behind. */
  record Result(int status, String log) {

    /** How many lines of the log hold a text. */
    long count(String text) {
      return log.lines().filter(line -> line.contains(text)).count();
    }

    boolean says(String text) {
      return log.contains(text);
    }
  }

  private NestedMaven() {}

  /** Puts the plugin and the modules that it is made of into the repository. */
  static void prepare() throws IOException {
    String fetched = System.getProperty("fetched.repository", "");
    if (fetched.isEmpty()) {
      throw new IllegalStateException("fetched.repository is set by the build; run Maven");
    }
    Files.createDirectories(REPOSITORY);
    Files.writeString(
        SETTINGS,
        """
        <settings>
          <mirrors>
            <mirror>
              <id>fetched</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(Path.of(fetched).toUri()));
    put(HOME.resolve("pom.xml"), "ssot", "pom");
    for (String module : List.of("rules", "reports", "cli", "maven-plugin")) {
      String artifact = "ssot-" + module;
      put(HOME.resolve(module).resolve("pom.xml"), artifact, "pom");
      Path jar = HOME.resolve(module).resolve("target/%s-%s.jar".formatted(artifact, VERSION));
      put(jar, artifact, "jar");
    }
  }

  private static void put(Path file, String artifact, String extension) throws IOException {
    Path folder = REPOSITORY.resolve("dev/ssot").resolve(artifact).resolve(VERSION);
    Files.createDirectories(folder);
    Files.copy(
        file,
        folder.resolve("%s-%s.%s".formatted(artifact, VERSION, extension)),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Runs it in a folder. */
  static Result run(Path folder, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "mvn",
                "-B",
                "-s",
                SETTINGS.toString(),
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dstyle.color=never"));
    command.addAll(List.of(arguments));
    try {
      Path log = Files.createTempFile("maven", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      // It is over before the optimizing compiler pays.
      builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("Maven did not end: " + Files.readString(log));
      }
      String text = Files.readString(log, StandardCharsets.UTF_8);
      Files.delete(log);
      return new Result(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
