package dev.ssot.cli.policy;

import dev.ssot.rules.model.SlashedPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A policy file on disk.
 *
 * @param file absolute
 */
record DiskSource(Path file, String name) implements PolicySource {

  @Override
  public Object identity() {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  @Override
  public String text() {
    return PolicyFile.read(file, name);
  }

  @Override
  public Optional<PolicySource> beside(String path) {
    Path other = file.resolveSibling(path).normalize();
    Path called = Path.of(name).resolveSibling(path).normalize();
    return Files.exists(other, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(new DiskSource(other, SlashedPaths.of(called)))
        : Optional.empty();
  }
}
