package dev.ssot.cli.policy;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A policy file in a state of the code, of which most is on disk.
 *
 * @param base the base of the scan, absolute
 * @param files what of the state differs from the disk
 */
public record StateSource(Path base, Overlay files, String name) implements PolicySource {

  @Override
  public Object identity() {
    return base.resolve(name).normalize();
  }

  @Override
  public String text() {
    return files
        .stored(name)
        .map(this::textOf)
        .orElseGet(() -> PolicyFile.read(base.resolve(name), name));
  }

  private String textOf(StoredFile stored) {
    try {
      return PolicyFile.text(stored.read(), name);
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.inFile(name, "it cannot be read from git: " + e.getMessage(), "fetch it"));
    }
  }

  @Override
  public Optional<PolicySource> beside(String path) {
    Path called = Path.of(name).resolveSibling(path).normalize();
    String other = SlashedPaths.of(called);
    boolean onDisk =
        !files.hides(other) && Files.exists(base.resolve(called), LinkOption.NOFOLLOW_LINKS);
    return onDisk || files.stored(other).isPresent()
        ? Optional.of(new StateSource(base, files, other))
        : Optional.empty();
  }
}
