package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The one jar that the product is. */
class ProductJarIT {

  private static final Path JAR = Path.of("target/ssot.jar");

  private static List<String> entries(JarFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void holdsTheProgramAndAllThatItNeeds() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertEquals(
          "dev.ssot.cli.Main", jar.getManifest().getMainAttributes().getValue("Main-Class"));
      assertTrue(
          entries(jar)
              .containsAll(
                  List.of(
                      "dev/ssot/rules/scan/Scan.class",
                      "dev/ssot/cli/policy.schema.json",
                      "com/github/javaparser/JavaParser.class",
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
                          || name.startsWith("dev/ssot/router/")
                          || name.startsWith("io/netty/")
                          || name.startsWith("org/junit/"))
              .toList());
    }
  }

  @Test
  void linksNoLambdasOfItsOwn() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> linking = new ArrayList<>();
      for (String name : entries(jar)) {
        // Whatever calls LambdaMetafactory.metafactory has its name among the constants.
        if (name.matches("dev/ssot/.*[.]class") && text(jar, name).contains("metafactory")) {
          linking.add(name);
        }
      }
      assertEquals(List.of(), linking);
    }
  }

  @Test
  void carriesTheLicencesOfWhatItBundles() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertTrue(text(jar, "META-INF/LICENSE").contains("END OF TERMS AND CONDITIONS"));
      String notice = text(jar, "META-INF/NOTICE");
      assertTrue(notice.contains("Jackson JSON processor"), notice);
      assertTrue(notice.contains("Apache Commons Text"), notice);
    }
  }
}
