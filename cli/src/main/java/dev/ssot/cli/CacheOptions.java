package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.scan.ScanCache;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments that say where facts are kept from one scan to the next. */
final class CacheOptions {

  private static final String VARIABLE = "SSOT_CACHE";

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description =
          "Keep what was read here for the next scan (default: $SSOT_CACHE, or `ssot` where the"
              + " system keeps caches); the result is the same.")
  @Nullable Path folder;

  @Option(names = "--no-cache", description = "Read every file, and keep nothing.")
  boolean none;

  @Option(
      names = "--verify-cache",
      description = "Read every file all the same, and fail where the cache says otherwise.")
  boolean verify;

  /**
   * Where the facts of a scan are kept.
   *
   * @param base the scanned folder, in which nothing is kept unasked
   * @param stays whether facts stay in memory for further scans of the run
   * @throws Rejection if the arguments contradict each other
   */
  ScanCache of(Path base, Surroundings surroundings, boolean stays) {
    Optional<Path> place = wanted(base, surroundings);
    if (stays && verify) {
      throw new Rejection(
          Diagnostic.of(
              "--verify-cache is for one scan and not for many", "run `ssot check` with it"));
    }
    if (stays) {
      return ScanCache.staying(place, System::currentTimeMillis);
    }
    return place
        .map(found -> ScanCache.in(found, verify, System::currentTimeMillis))
        .orElseGet(ScanCache::none);
  }

  /**
   * Where the facts of several states of the code are kept.
   *
   * @param base the folder that the states are of, in which nothing is kept unasked
   * @throws Rejection if the arguments contradict each other
   */
  ScanCache ofStates(Path base, Surroundings surroundings) {
    return wanted(base, surroundings)
        .map(found -> ScanCache.ofStates(found, verify, surroundings.today()))
        .orElseGet(ScanCache::none);
  }

  /** The folder to keep facts in, if any. */
  private Optional<Path> wanted(Path base, Surroundings surroundings) {
    if (none && (folder != null || verify)) {
      throw new Rejection(
          Diagnostic.of(
              "--no-cache and %s contradict each other"
                  .formatted(verify ? "--verify-cache" : "--cache"),
              "leave one of the two out"));
    }
    Optional<Path> place = none ? Optional.empty() : place(base, surroundings);
    if (verify && place.isEmpty()) {
      throw new Rejection(Diagnostic.of("there is no cache to verify", "name one by --cache"));
    }
    return place;
  }

  private Optional<Path> place(Path base, Surroundings surroundings) {
    return chosen(surroundings)
        .or(() -> usual(surroundings).filter(path -> !path.startsWith(base)));
  }

  /** Whether somebody said where, and so wants to know when it does not work. */
  boolean isChosen(Surroundings surroundings) {
    return chosen(surroundings).isPresent();
  }

  private Optional<Path> chosen(Surroundings surroundings) {
    if (folder != null) {
      return Optional.of(surroundings.folder().resolve(folder).normalize());
    }
    String named = surroundings.variable(VARIABLE);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(surroundings.folder().resolve(named).normalize());
  }

  /** The folder for caches of the XDG Base Directory Specification, or what stands for it. */
  private static Optional<Path> usual(Surroundings surroundings) {
    if (File.separatorChar == '\\') {
      return absolute(surroundings.variable("LOCALAPPDATA"))
          .map(path -> path.resolve("ssot/cache"));
    }
    Optional<Path> home = absolute(surroundings.variable("HOME"));
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    Optional<Path> caches =
        mac
            ? home.map(path -> path.resolve("Library/Caches"))
            : absolute(surroundings.variable("XDG_CACHE_HOME"))
                .or(() -> home.map(path -> path.resolve(".cache")));
    return caches.map(path -> path.resolve("ssot"));
  }

  private static Optional<Path> absolute(String path) {
    return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)).filter(Path::isAbsolute);
  }
}
