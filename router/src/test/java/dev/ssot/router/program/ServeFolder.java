package dev.ssot.router.program;

import dev.ssot.router.auth.TokenForge;
import dev.ssot.router.auth.TokenRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with all that a server needs: the published example of a configuration, keys, a jar. */
final class ServeFolder {

  static final Path EXAMPLE = Path.of("router.yaml").toAbsolutePath();

  private static final String SERVICE =
      "META-INF/services/dev.ssot.router.application.RouterApplication";
  private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

  private final Path folder;
  private final TokenForge forge;

  ServeFolder(Path folder) throws Exception {
    this.folder = folder;
    forge = new TokenForge(Instant.now());
    TokenRules rules = forge.rules(folder);
    if (!rules.keys().equals(folder.resolve("jwks.json"))) {
      throw new IllegalStateException("The example names another file of keys");
    }
    jar("chat.jar", ChatApplication.class.getName(), ChatApplication.class);
    config("listen: 127.0.0.1:8080", "listen: 127.0.0.1:0", "127.0.0.1:9090", "127.0.0.1:0");
  }

  Path folder() {
    return folder;
  }

  String token(String user) {
    return "ssot.token." + forge.good(user);
  }

  /** Writes the example with some of its texts replaced. */
  void config(String... replacements) throws IOException {
    String yaml = Files.readString(EXAMPLE, StandardCharsets.UTF_8);
    for (int i = 0; i < replacements.length; i += 2) {
      if (!yaml.contains(replacements[i])) {
        throw new IllegalArgumentException("The example does not say " + replacements[i]);
      }
      yaml = yaml.replace(replacements[i], replacements[i + 1]);
    }
    Files.writeString(folder.resolve("router.yaml"), yaml, StandardCharsets.UTF_8);
  }

  /** Writes a jar with some classes that names services. */
  void jar(String name, String services, Class<?>... classes) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve(name));
        ZipOutputStream jar = new ZipOutputStream(file)) {
      if (!services.isEmpty()) {
        put(jar, SERVICE, services.getBytes(StandardCharsets.UTF_8));
      }
      for (Class<?> type : classes) {
        put(jar, type);
      }
    }
  }

  private static void put(ZipOutputStream jar, Class<?> type) throws IOException {
    String prefix = type.getSimpleName();
    Path own = CLASSES.resolve(type.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.filter(one -> isOf(one, prefix)).sorted().toList()) {
        String entry = type.getPackageName().replace('.', '/') + "/" + file.getFileName();
        put(jar, entry, Files.readAllBytes(file));
      }
    }
  }

  private static boolean isOf(Path file, String type) {
    String name = String.valueOf(file.getFileName());
    return name.equals(type + ".class") || name.startsWith(type + "$");
  }

  private static void put(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
