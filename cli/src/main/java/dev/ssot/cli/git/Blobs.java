package dev.ssot.cli.git;

import dev.ssot.rules.model.StoredFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The contents of files in a repository, as they are stored, without the filters of a checkout.
 *
 * <p>One process of git answers all questions about contents, another those about sizes; each is
 * started when it is first needed. Safe for concurrent use.
 */
final class Blobs implements AutoCloseable {

  private final GitProgram git;
  private @Nullable Questions contents;
  private @Nullable Questions sizes;

  Blobs(GitProgram git) {
    this.git = git;
  }

  /** The content with an id. */
  StoredFile blob(String id) {
    return new Blob(id, this);
  }

  private record Blob(String id, Blobs blobs) implements StoredFile {

    @Override
    public long size() throws IOException {
      return blobs.size(id);
    }

    @Override
    public byte[] read() throws IOException {
      return blobs.read(id);
    }
  }

  private synchronized long size(String id) throws IOException {
    if (sizes == null) {
      sizes = new Questions(git.start("cat-file", "--batch-check"));
    }
    return sizes.ask(id);
  }

  private synchronized byte[] read(String id) throws IOException {
    if (contents == null) {
      contents = new Questions(git.start("cat-file", "--batch"));
    }
    return contents.bytes(contents.ask(id));
  }

  @Override
  public synchronized void close() {
    if (contents != null) {
      contents.close();
    }
    if (sizes != null) {
      sizes.close();
    }
  }

  /** A running {@code git cat-file} in one of its batch modes. */
  private record Questions(Process process, InputStream answers) {

    Questions(Process process) {
      this(process, new BufferedInputStream(process.getInputStream()));
    }

    /** The size of an object, from the line {@code <id> blob <size>}. */
    long ask(String id) throws IOException {
      process.getOutputStream().write((id + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      String[] words = line().split(" ", -1);
      if (words.length != 3 || !words[1].equals("blob")) {
        throw new IOException(
            "git has no content for the object " + id + " (" + String.join(" ", words) + ")");
      }
      return Long.parseLong(words[2]);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = answers.read(); c != '\n'; c = answers.read()) {
        if (c < 0) {
          throw new EOFException("git has ended while it was asked for a file");
        }
        line.append((char) c);
      }
      return line.toString();
    }

    byte[] bytes(long size) throws IOException {
      byte[] bytes = answers.readNBytes(Math.toIntExact(size));
      answers.skipNBytes(1);
      return bytes;
    }

    void close() {
      process.destroy();
    }
  }
}
