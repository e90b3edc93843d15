package dev.ssot.cli;

import dev.ssot.cli.baseline.BaselineFile;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.policy.StateSource;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Policy and baseline of one state of the code.
 *
 * @param files what of the state differs from the disk
 * @param policed whether there may be a policy; the command line can say that there is none
 */
record StateFiles(ScanScope scope, Overlay files, boolean policed) {

  /** The policy; an empty one where the state has none. */
  Policy policy() {
    Optional<String> named = scope.policy().map(scope::name);
    if (named.isPresent()) {
      boolean gone = files.stored(named.get()).isEmpty() && files.hides(named.get());
      return gone ? Policy.none() : read(named.get());
    }
    // What the command line does not take away may have been there before it was deleted.
    return policed && files.stored(PolicyLocation.NAME).isPresent()
        ? read(PolicyLocation.NAME)
        : Policy.none();
  }

  private Policy read(String name) {
    return ScanOptions.policyReader().read(new StateSource(scope.base(), files, name));
  }

  /**
   * The baseline; none where neither command line nor policy names one.
   *
   * @param named by the command line; where the state has no such file, nothing is known in it
   * @param folder what it is relative to
   */
  Baseline baseline(@Nullable Path named, Policy policy, Path folder) {
    return BaselineLocation.of(named, scope, policy, folder)
        .map(location -> baseline(location, named != null))
        .orElseGet(Baseline::none);
  }

  private Baseline baseline(BaselineLocation location, boolean named) {
    Optional<StoredFile> stored = files.stored(location.name());
    if (stored.isPresent()) {
      return BaselineFile.read(bytes(stored.get(), location.name()), location.name());
    }
    if (!files.hides(location.name())) {
      return location.read();
    }
    if (named) {
      return Baseline.none();
    }
    throw new Rejection(
        Diagnostic.inFile(
            location.name(),
            "there is no such baseline where the policy names it",
            "add it to what is committed"));
  }

  private static byte[] bytes(StoredFile stored, String name) {
    try {
      return stored.read();
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.inFile(name, "it cannot be read from git: " + e.getMessage(), "fetch it"));
    }
  }
}
