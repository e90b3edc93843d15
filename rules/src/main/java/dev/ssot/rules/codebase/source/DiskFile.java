package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on disk, which is taken not to change while it is scanned.
 *
 * @param file absolute
 */
record DiskFile(Path file) implements StoredFile {

  @Override
  public String id() {
    return "";
  }

  boolean isRegular() {
    return Files.isRegularFile(file);
  }

  @Override
  public long size() throws IOException {
    return Files.size(file);
  }

  @Override
  public byte[] read() throws IOException {
    return Files.readAllBytes(file);
  }
}
