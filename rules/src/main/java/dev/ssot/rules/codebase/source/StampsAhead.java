package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.cache.Stamp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Takes the stamps of files in a thread of its own while a walk finds more of them, which is work
 * for one processor.
 */
final class StampsAhead {

  /** So many files at once, as to wake the thread for each takes longer than its stamp. */
  private static final int AT_ONCE = 64;

  /** Files whose stamps are to be taken; none of them is the end. */
  private final BlockingQueue<List<FoundFile>> found = new LinkedBlockingQueue<>();

  private List<FoundFile> next = new ArrayList<>(AT_ONCE);
  private final IdentityHashMap<FoundFile, Optional<Stamp.Sight>> taken = new IdentityHashMap<>();
  private final Thread thread = new Thread(this::take, "stamps");

  StampsAhead() {
    thread.setDaemon(true);
    thread.start();
  }

  /** A file was found. */
  void add(FoundFile file) {
    next.add(file);
    if (next.size() == AT_ONCE) {
      found.add(next);
      next = new ArrayList<>(AT_ONCE);
    }
  }

  /** Takes no more; the files that are left are for whoever asks. */
  void end() {
    found.clear();
    found.add(List.of());
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
      for (List<FoundFile> some = found.take(); !some.isEmpty(); some = found.take()) {
        for (FoundFile file : some) {
          taken.put(file, sight(file));
        }
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
