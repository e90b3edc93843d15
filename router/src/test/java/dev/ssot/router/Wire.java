package dev.ssot.router;

import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of a connection in a test: keeps what it is given, asks to wait once its
 * capacity is used up, and holds the router to the contract of {@link Outbound}.
 */
final class Wire implements Outbound {

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<@Nullable String> breach = new AtomicReference<>();
  private final List<ServerFrame> frames = new ArrayList<>();
  private int capacity = Integer.MAX_VALUE;
  private final boolean concurrent;
  private boolean askedToWait;
  private int lateSignals;
  private int flushes;
  private volatile @Nullable CloseCode closed;
  private final Consumer<ServerFrame> onWrite;

  Wire() {
    this(frame -> {}, false);
  }

  /**
   * A wire that shows each frame to an examiner first.
   *
   * @param concurrent whether it may be reopened while a frame is being written; then one frame may
   *     follow that the reopening seems to allow
   */
  Wire(Consumer<ServerFrame> onWrite, boolean concurrent) {
    this.onWrite = onWrite;
    this.concurrent = concurrent;
  }

  @Override
  public boolean write(ServerFrame frame) {
    enter("write");
    boolean more = take(frame);
    inside.decrementAndGet();
    return more;
  }

  @Override
  public void flush() {
    enter("flush");
    flushes++;
    inside.decrementAndGet();
  }

  @Override
  public void close(CloseCode code, String reason) {
    enter("close");
    closed = code;
    inside.decrementAndGet();
  }

  private synchronized boolean take(ServerFrame frame) {
    if (askedToWait && lateSignals-- <= 0) {
      breach.compareAndSet(null, "a frame came although the transport had asked to wait");
    }
    capacity--;
    examine(frame);
    frames.add(frame);
    askedToWait = capacity <= 0;
    return !askedToWait;
  }

  /** From now on takes this many frames before it asks to wait; one is always taken. */
  synchronized void capacity(int frames) {
    capacity = frames;
  }

  /** Takes frames again and says so, in one step as seen by whoever writes. */
  synchronized void reopen(int frames, Runnable tell) {
    capacity = frames;
    askedToWait = false;
    lateSignals = concurrent ? 1 : 0;
    tell.run();
  }

  synchronized List<ServerFrame> frames() {
    return List.copyOf(frames);
  }

  <F extends ServerFrame> List<F> frames(Class<F> kind) {
    return frames().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<StreamEvent> events() {
    return frames(ServerFrame.OfEvent.class).stream().map(ServerFrame.OfEvent::event).toList();
  }

  List<Long> seqs() {
    return events().stream().map(StreamEvent::seq).toList();
  }

  List<String> types() {
    return frames().stream().map(ServerFrame::type).toList();
  }

  ServerFrame.Failure failure() {
    List<ServerFrame.Failure> failures = frames(ServerFrame.Failure.class);
    if (failures.size() != 1) {
      throw new AssertionError("Not one failure but " + failures);
    }
    return failures.get(0);
  }

  ServerFrame.Welcome welcome() {
    return frames(ServerFrame.Welcome.class).get(0);
  }

  int flushes() {
    return flushes;
  }

  Optional<CloseCode> closed() {
    return Optional.ofNullable(closed);
  }

  /** What the router did against the contract, if it did. */
  Optional<String> breach() {
    return Optional.ofNullable(breach.get());
  }

  /** The router would take what an examiner throws for a broken connection. */
  private void examine(ServerFrame frame) {
    try {
      onWrite.accept(frame);
    } catch (AssertionError wrong) {
      breach.compareAndSet(null, wrong.toString());
    }
  }

  private void enter(String call) {
    if (inside.incrementAndGet() != 1) {
      breach.compareAndSet(null, "two threads were in at once, the second in " + call);
    }
    if (closed != null) {
      breach.compareAndSet(null, call + " came after close");
    }
  }
}
