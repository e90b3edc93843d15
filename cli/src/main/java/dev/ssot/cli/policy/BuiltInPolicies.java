package dev.ssot.cli.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The policies that ship with the program and that a policy file can extend. */
final class BuiltInPolicies {

  /** Their names, sorted. */
  static final List<String> NAMES = List.of("websocket-router");

  private BuiltInPolicies() {}

  /** The YAML of one of {@link #NAMES}. */
  static String text(String name) {
    String resource = "policies/" + name + ".yaml";
    try (InputStream in = BuiltInPolicies.class.getResourceAsStream("/dev/ssot/cli/" + resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
