package dev.ssot.cli.lsp;

import dev.ssot.cli.warm.RealPath;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Files by the addresses that editors use for them. */
final class FileUri {

  private FileUri() {}

  /** The file of an address, links followed as far as it is there; none if it is no file's. */
  static Optional<Path> path(String uri) {
    try {
      return uri.startsWith("file:")
          ? Optional.of(RealPath.of(Path.of(URI.create(uri))))
          : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The file of an address that has one, as it is written. */
  static Path written(String uri) {
    return Path.of(URI.create(uri));
  }

  /** The address of a file. */
  static String of(Path file) {
    return file.toUri().toString();
  }
}
