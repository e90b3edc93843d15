package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.cache.Stamp;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Takes the stamps of files in a thread of its own while a walk finds more of them, which is work
 * for one processor.
 */
final class StampsAhead {

  private final BlockingQueue<Optional<FoundFile>> found = new LinkedBlockingQueue<>();
  private final IdentityHashMap<FoundFile, Optional<Stamp.Sight>> taken = new IdentityHashMap<>();
  private final Thread thread = new Thread(this::take, "stamps");

  StampsAhead() {
    thread.setDaemon(true);
    thread.start();
  }

  /** A file was found. */
  void add(FoundFile file) {
    found.add(Optional.of(file));
  }

  /** Takes no more; the files that are left are for whoever asks. */
  void end() {
    found.clear();
    found.add(Optional.empty());
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The scan was interrupted while it listed sources", e);
    }
  }

  /** What was taken of a file, or is now; to be asked after the end. */
  Optional<Stamp.Sight> of(FoundFile file) {
    Optional<Stamp.Sight> known = taken.get(file);
    return known == null ? sight(file) : known;
  }

  private void take() {
    try {
      for (Optional<FoundFile> next = found.take(); next.isPresent(); next = found.take()) {
        taken.put(next.get(), sight(next.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the file system tells of a file; nothing of one that is not on disk. */
  static Optional<Stamp.Sight> sight(FoundFile file) {
    return file.content() instanceof DiskFile disk ? Stamp.sight(disk.file()) : Optional.empty();
  }
}
