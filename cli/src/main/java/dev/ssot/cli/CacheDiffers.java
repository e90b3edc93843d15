package dev.ssot.cli;

import java.util.Set;

/** The cache holds other facts, or another result, than the code; exit status 3. */
final class CacheDiffers extends RuntimeException {

  private static final int SHOWN = 5;

  /**
   * @param paths files whose facts differ
   */
  CacheDiffers(Set<String> paths) {
    super(
        "the cache holds other facts of %s than the code: %s%s"
            .formatted(
                paths.size() == 1 ? "one file" : paths.size() + " files",
                String.join(", ", paths.stream().limit(SHOWN).map("`%s`"::formatted).toList()),
                paths.size() > SHOWN ? ", …" : ""));
  }

  /** The facts are the same and what a scan came to is not. */
  CacheDiffers() {
    super("the cache holds another result than the one that the code gives");
  }
}
