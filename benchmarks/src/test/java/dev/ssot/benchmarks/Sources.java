package dev.ssot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small libraries for tests. */
public final class Sources {

  private final Path base;

  public Sources(Path base) {
    this.base = base;
  }

  /** Writes a type into the library {@code artifact}; {@code code} stands after the package. */
  public Sources type(String artifact, String qualifiedName, String code) {
    int dot = qualifiedName.lastIndexOf('.');
    Path file = base.resolve(artifact).resolve(qualifiedName.replace('.', '/') + ".java");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "package " + qualifiedName.substring(0, dot) + ";\n\n" + code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Path base() {
    return base;
  }
}
