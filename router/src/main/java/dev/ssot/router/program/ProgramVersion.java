package dev.ssot.router.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which release this is, as the build wrote it. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"ssot router " + number()};
  }

  /** The version alone, such as {@code 0.1.0}. */
  static String number() {
    try (InputStream text = ProgramVersion.class.getResourceAsStream("version.txt")) {
      byte[] bytes = Objects.requireNonNull(text, "version.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
