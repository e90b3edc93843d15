package dev.ssot.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells when it may be worth looking at the code again. */
interface ChangeSource extends AutoCloseable {

  /**
   * Waits until something in these folders may have changed.
   *
   * @param folders not those below them; others than before may be among them
   * @param troubled whether the last look failed, so that the folders may not be all
   * @return whether to look again; otherwise the watch is over
   */
  boolean await(Set<Path> folders, boolean troubled) throws InterruptedException;

  /**
   * The folders, of those that were to be watched, in which something has changed since this was
   * last asked; nothing if it may be anywhere.
   */
  default Optional<Set<Path>> changed() {
    return Optional.empty();
  }

  @Override
  void close();
}
