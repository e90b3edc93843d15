package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

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

  /** Says that what is there is a pipe, a device or the like, which has no content of its own. */
  static final class Irregular extends IOException {

    private static final long serialVersionUID = 1L;

    Irregular(Path file) {
      super(file + " is no regular file");
    }
  }

  /**
   * Number of bytes.
   *
   * @throws Irregular if it is no regular file
   */
  @Override
  public long size() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new Irregular(file);
    }
    return attributes.size();
  }

  @Override
  public byte[] read() throws IOException {
    return Files.readAllBytes(file);
  }
}
