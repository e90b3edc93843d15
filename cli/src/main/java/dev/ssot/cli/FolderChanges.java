package dev.ssot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes that the file system tells of, several in quick succession as one.
 *
 * <p>Where it tells nothing, or not of so many folders, it is time itself that changes: then there
 * is a look each second. What a look costs where nothing is different, the facts in memory decide.
 */
final class FolderChanges implements ChangeSource {

  /** File systems on which others can write without this machine's kernel hearing of it. */
  private static final Set<String> REMOTE =
      Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "vboxsf", "fuse.sshfs", "afs");

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };

  /** An editor writes a file in several steps. */
  private static final long QUIET_MILLIS = 20;

  private static final int MOST_STEPS = 25;
  private static final long POLL_MILLIS = 1_000;

  /**
   * After so long without a change the code is looked at once more, whatever was told: no kernel
   * tells of what is written through a file that is mapped into memory.
   */
  private static final long REST_MILLIS = 2_000;

  /** If more folders change at once, it is a change of everything. */
  private static final int MOST_FOLDERS = 64;

  private final Consumer<String> remarks;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final Set<Path> changed = new HashSet<>();
  private boolean anywhere;
  private boolean trusting;
  private @Nullable WatchService service;

  /**
   * @param polls whether to look each second in any case
   * @param remarks hears what a user should know
   */
  FolderChanges(boolean polls, Consumer<String> remarks) {
    this.remarks = remarks;
    if (!polls) {
      try {
        service = FileSystems.getDefault().newWatchService();
      } catch (IOException | UnsupportedOperationException e) {
        poll(String.valueOf(e.getMessage()));
      }
    }
  }

  @Override
  public boolean await(Set<Path> folders, boolean troubled) throws InterruptedException {
    boolean more = service != null && follow(folders);
    WatchService events = service;
    if (events == null) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      anywhere = true;
      return true;
    }
    if (more) {
      // What has happened between the look and now, nobody has told.
      return true;
    }
    WatchKey first = next(events, troubled);
    anywhere |= troubled || first == null;
    drain(first, events);
    return true;
  }

  /** The first folder that is told of; nothing if it is time for a look without. */
  private @Nullable WatchKey next(WatchService events, boolean troubled)
      throws InterruptedException {
    if (troubled) {
      return events.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
    return trusting ? events.poll(REST_MILLIS, TimeUnit.MILLISECONDS) : events.take();
  }

  @Override
  public Optional<Set<Path>> changed() {
    boolean all = service == null || anywhere || changed.size() > MOST_FOLDERS;
    Optional<Set<Path>> told = all ? Optional.empty() : Optional.of(Set.copyOf(changed));
    trusting = !all;
    anywhere = false;
    changed.clear();
    return told;
  }

  private void drain(@Nullable WatchKey first, WatchService events) throws InterruptedException {
    WatchKey key = first;
    for (int step = 0; key != null && step < MOST_STEPS; step++) {
      for (; key != null; key = events.poll()) {
        hear(key);
      }
      key = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (key != null) {
      hear(key);
    }
  }

  private void hear(WatchKey key) {
    key.pollEvents();
    if (key.watchable() instanceof Path folder) {
      changed.add(folder);
    }
    if (!key.reset()) {
      keys.values().remove(key);
      anywhere = true;
    }
  }

  /** Has the file system tell of these folders and of no others; answers whether some are new. */
  private boolean follow(Set<Path> folders) {
    keys.entrySet()
        .removeIf(
            entry -> {
              boolean left = !folders.contains(entry.getKey());
              if (left) {
                entry.getValue().cancel();
              }
              return left;
            });
    boolean more = false;
    for (Path folder : new TreeSet<>(folders)) {
      WatchService events = service;
      if (events != null && !keys.containsKey(folder)) {
        more |= register(folder, events);
      }
    }
    return more;
  }

  private boolean register(Path folder, WatchService events) {
    try {
      if (isRemote(folder)) {
        poll("`%s` is on a network file system".formatted(folder));
        return false;
      }
      keys.put(folder, folder.register(events, KINDS));
      changed.add(folder);
      return true;
    } catch (NoSuchFileException | NotDirectoryException e) {
      // It is gone, of which the folder above it tells.
      anywhere = true;
      return false;
    } catch (IOException e) {
      poll(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static boolean isRemote(Path folder) throws IOException {
    return REMOTE.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
  }

  private void poll(String why) {
    remarks.accept(
        "the file system does not tell of changes (%s); looking each second".formatted(why));
    close();
    service = null;
  }

  @Override
  public void close() {
    WatchService open = service;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
