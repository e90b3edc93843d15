package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.cache.FactsCache;
import dev.ssot.rules.codebase.source.Build;
import dev.ssot.rules.codebase.source.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the scans of one run find the facts that earlier runs read, and leave their own.
 *
 * <p>A scan has the same result with and without it. Not safe for concurrent use.
 */
public final class ScanCache implements AutoCloseable {

  private final Optional<Path> folder;
  private final boolean verify;
  private FactsCache facts = FactsCache.none();

  private ScanCache(Optional<Path> folder, boolean verify) {
    this.folder = folder;
    this.verify = verify;
  }

  /** Every file is read. */
  public static ScanCache none() {
    return new ScanCache(Optional.empty(), false);
  }

  /**
   * Facts are kept.
   *
   * @param folder absolute; it is made if need be
   * @param verify whether every file is read all the same, and the facts are compared
   */
  public static ScanCache in(Path folder, boolean verify) {
    return new ScanCache(Optional.of(folder), verify);
  }

  /** The facts that scans like this one left. */
  FactsCache facts(ScanRequest request, Wanted wanted) {
    close();
    facts =
        folder
            .flatMap(
                place ->
                    key(request, wanted)
                        .map(key -> FactsCache.in(place, key, request.grounds().today(), verify)))
            .orElseGet(FactsCache::none);
    return facts;
  }

  /**
   * What all facts of a scan depend on, and what tells its files from those of other scans. Where
   * the base lies is no part of it, so that another checkout of the same name can use the facts.
   */
  private static Optional<String> key(ScanRequest request, Wanted wanted) {
    String name = Objects.toString(request.base().getFileName(), "");
    List<String> paths =
        request.paths().stream().map(path -> request.base().relativize(path).toString()).toList();
    return Build.id()
        .map(
            build ->
                String.join(
                    "\n",
                    build,
                    name,
                    String.join("\t", paths),
                    String.join("\t", new TreeSet<>(wanted.members())),
                    String.valueOf(wanted.values())));
  }

  /** Paths of files whose facts differed from those that were kept. */
  public Set<String> differences() {
    return facts.differences();
  }

  /** Why what was kept could not be used and was written anew. */
  public List<String> damages() {
    return facts.damages();
  }

  /** What kept facts from being read or written. */
  public List<String> failures() {
    return facts.failures();
  }

  /** Waits until all facts are written. */
  @Override
  public void close() {
    facts.close();
  }
}
