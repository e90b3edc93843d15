package dev.ssot.router.server;

import dev.ssot.router.auth.ReloadedFiles;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate and its key in PEM files, read again when they say something else. Open connections
 * keep what they began with. Thread-safe.
 */
final class TlsFiles {

  private final ReloadedFiles<SslContext> files;

  /** Reads both files, or throws an exception that says why they can't be used. */
  TlsFiles(Path certificates, Path key, Duration reloadEvery) {
    files =
        new ReloadedFiles<>(
            "The certificate",
            List.of(certificates, key),
            reloadEvery,
            contents -> read(contents, certificates, key));
  }

  /** What new connections begin with. */
  SslContext context() {
    return files.value();
  }

  /** Reads the files again if it is time; broken ones are logged, and the old ones stay. */
  void tick(Instant now) {
    files.tick(now);
  }

  private static SslContext read(List<byte[]> contents, Path certificates, Path key) {
    try {
      return SslContextBuilder.forServer(
              new ByteArrayInputStream(contents.get(0)), new ByteArrayInputStream(contents.get(1)))
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (IOException | RuntimeException broken) {
      throw new IllegalArgumentException(
          "%s and %s are no certificate and its key in PEM; correct them"
              .formatted(certificates, key),
          broken);
    }
  }
}
