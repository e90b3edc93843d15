package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The code that reads facts, told apart from any other that might read them differently. */
public final class Build {

  private static final int CHUNK = 1 << 16;

  private final CRC32 first = new CRC32();
  private final CRC32C second = new CRC32C();
  private long size;

  private Build() {}

  /** What differs between two builds or Javas; empty where the code cannot be looked at. */
  public static Optional<String> id() {
    Build build = new Build();
    try {
      for (Path place : new TreeSet<>(List.of(place(Build.class), place(JavaParser.class)))) {
        build.addAll(place);
      }
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.of(
        "%s-%x-%x-%x"
            .formatted(
                Runtime.version(), build.first.getValue(), build.second.getValue(), build.size));
  }

  private static Path place(Class<?> type) throws IOException, URISyntaxException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("Nothing says where " + type + " comes from");
    }
    return Path.of(source.getLocation().toURI());
  }

  private void addAll(Path place) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(place)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    for (Path file : files) {
      add(file);
    }
  }

  private void add(Path file) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        first.update(chunk, 0, read);
        second.update(chunk, 0, read);
        size += read;
      }
    }
  }
}
