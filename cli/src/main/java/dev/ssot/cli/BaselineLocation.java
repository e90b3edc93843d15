package dev.ssot.cli;

import dev.ssot.cli.baseline.BaselineFile;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the baseline of a scan lies.
 *
 * @param file absolute, the end of a chain of links
 * @param name what messages and reports call it
 */
record BaselineLocation(Path file, String name) {

  /** Its name where neither command line nor policy gives one; only commands that write use it. */
  static final String STANDARD_NAME = "ssot-baseline.jsonl";

  /**
   * Finds the one that the command line names, otherwise the one that the policy names.
   *
   * @param folder what a name on the command line is relative to
   */
  static Optional<BaselineLocation> of(
      @Nullable Path named, ScanScope scope, Policy policy, Path folder) {
    if (named != null) {
      return Optional.of(at(folder.resolve(named), scope));
    }
    return policy
        .accepted()
        .baseline()
        .map(PolicyText::value)
        .map(value -> at(home(scope).resolve(value), scope));
  }

  /**
   * The baseline there, or none where neither names one.
   *
   * @throws Rejection if it is missing or broken
   */
  static Baseline read(@Nullable Path named, ScanScope scope, Policy policy, Path folder) {
    return of(named, scope, policy, folder).map(BaselineLocation::read).orElseGet(Baseline::none);
  }

  /** The location that is named, or else the file of the standard name beside the policy. */
  static BaselineLocation orStandard(
      @Nullable Path named, ScanScope scope, Policy policy, Path folder) {
    return of(named, scope, policy, folder)
        .orElseGet(() -> at(home(scope).resolve(STANDARD_NAME), scope));
  }

  private static Path home(ScanScope scope) {
    return scope.policy().map(Path::getParent).orElse(scope.base());
  }

  private static BaselineLocation at(Path path, ScanScope scope) {
    Path file = path.toAbsolutePath().normalize();
    try {
      Path parent = file.getParent();
      if (Files.exists(file)) {
        file = file.toRealPath();
      } else if (parent != null && Files.exists(parent)) {
        file = parent.toRealPath().resolve(file.getFileName());
      }
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "the baseline `%s` cannot be reached: %s".formatted(path, e),
              "name a file in a folder that can be read"));
    }
    return new BaselineLocation(file, scope.name(file));
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * The baseline.
   *
   * @throws Rejection if it is missing or broken
   */
  Baseline read() {
    return BaselineFile.read(file, name);
  }
}
