package dev.ssot.router.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What some files say together, read again when they say something else. What can't be used is
 * logged once and tried again every time, and the old stays meanwhile. Thread-safe.
 */
public final class ReloadedFiles<T> {

  private static final Logger LOG = System.getLogger(ReloadedFiles.class.getName());

  private final String name;
  private final List<Path> files;
  private final Duration every;
  private final Function<List<byte[]>, T> reading;
  private volatile T value;
  private List<byte[]> contents;
  private Instant next = Instant.MIN;
  private String lastFailure = "";

  /**
   * Reads the files, or throws an exception that says why they can't be used.
   *
   * @param name what they are, such as {@code The certificate}
   * @param every time between two looks at them
   * @param reading makes something of their contents, or throws an exception that says why not
   */
  public ReloadedFiles(
      String name, List<Path> files, Duration every, Function<List<byte[]>, T> reading) {
    this.name = name;
    this.files = List.copyOf(files);
    this.every = every;
    this.reading = reading;
    contents = contents();
    value = reading.apply(contents);
  }

  /** What they said when they could last be used. */
  public T value() {
    return value;
  }

  /** Looks at them again if it is time. */
  public synchronized void tick(Instant now) {
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(every);
    try {
      List<byte[]> latest = contents();
      if (!same(latest, contents)) {
        value = reading.apply(latest);
        contents = latest;
        LOG.log(Level.INFO, "{0} was read again from {1}", name, files);
      }
      lastFailure = "";
    } catch (RuntimeException broken) {
      if (!broken.toString().equals(lastFailure)) {
        LOG.log(Level.WARNING, name + " can't be read again; the old one stays", broken);
      }
      lastFailure = broken.toString();
    }
  }

  private static boolean same(List<byte[]> one, List<byte[]> other) {
    for (int i = 0; i < one.size(); i++) {
      if (!Arrays.equals(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<byte[]> contents() {
    return files.stream().map(this::bytes).toList();
  }

  private byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name + " can't be read from " + file, unreadable);
    }
  }
}
