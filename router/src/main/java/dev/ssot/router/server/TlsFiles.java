package dev.ssot.router.server;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A certificate and its key in PEM files, read again when they say something else. Open connections
 * keep what they began with. Thread-safe.
 */
final class TlsFiles {

  private static final Logger LOG = System.getLogger(TlsFiles.class.getName());

  private final Path certificates;
  private final Path key;
  private final Duration reloadEvery;
  private volatile SslContext context;
  private int contents;
  private Instant nextReload = Instant.MIN;

  /** Reads both files, or throws an exception that says why they can't be used. */
  TlsFiles(Path certificates, Path key, Duration reloadEvery) {
    this.certificates = certificates;
    this.key = key;
    this.reloadEvery = reloadEvery;
    contents = contents();
    context = read();
  }

  /** What new connections begin with. */
  SslContext context() {
    return context;
  }

  /** Reads the files again if it is time; broken ones are logged, and the old ones stay. */
  synchronized void tick(Instant now) {
    if (now.isBefore(nextReload)) {
      return;
    }
    nextReload = now.plus(reloadEvery);
    try {
      int latest = contents();
      if (latest != contents) {
        contents = latest;
        context = read();
        LOG.log(Level.INFO, "The certificate was read again from {0}", certificates);
      }
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "The certificate can't be read again; the old one stays", broken);
    }
  }

  private SslContext read() {
    try {
      return SslContextBuilder.forServer(certificates.toFile(), key.toFile())
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (IOException | RuntimeException broken) {
      throw new IllegalArgumentException(
          "%s and %s are no certificate and its key in PEM; correct them"
              .formatted(certificates, key),
          broken);
    }
  }

  private int contents() {
    try {
      return 31 * Arrays.hashCode(Files.readAllBytes(certificates))
          + Arrays.hashCode(Files.readAllBytes(key));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The certificate or its key can't be read", unreadable);
    }
  }
}
