package dev.ssot.router.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar of the program, as this build has packaged it. */
class ProgramJarIT {

  private static final Path JAR = Path.of("target/ssot-router.jar");

  private static List<String> entries(JarFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  @Test
  void holdsTheProgramAndAllThatItNeeds() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertEquals(
          Main.class.getName(), jar.getManifest().getMainAttributes().getValue("Main-Class"));
      assertTrue(
          entries(jar)
              .containsAll(
                  List.of(
                      "dev/ssot/router/MessageRouter.class",
                      "dev/ssot/router/wire/ssot.v1.schema.json",
                      "dev/ssot/router/demo/page/ssot-router.js",
                      "META-INF/native/libnetty_transport_native_epoll_x86_64.so",
                      "picocli/CommandLine.class")));
    }
  }

  @Test
  void holdsNoLeftoversOfWhatItWasMadeFrom() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertEquals(
          List.of(),
          entries(jar).stream()
              .filter(
                  name ->
                      name.endsWith("module-info.class")
                          || name.startsWith("META-INF/versions/")
                          || name.startsWith("META-INF/maven/")
                          || name.matches("META-INF/[^/]*[.](SF|RSA|DSA)")
                          || name.startsWith("org/junit/"))
              .toList());
    }
  }

  @Test
  void carriesTheLicencesOfWhatItBundles() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      byte[] licence = jar.getInputStream(jar.getJarEntry("META-INF/LICENSE")).readAllBytes();
      assertTrue(
          new String(licence, StandardCharsets.UTF_8).contains("END OF TERMS AND CONDITIONS"));
    }
  }

  @Test
  void tellsItsVersionAsAProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--version")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.matches("ssot router [0-9]+[.][0-9]+[.][0-9]+\n"), said);
    assertEquals(0, process.waitFor());
  }
}
