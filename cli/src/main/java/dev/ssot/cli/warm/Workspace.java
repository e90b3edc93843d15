package dev.ssot.cli.warm;

import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRefusal;
import dev.ssot.rules.scan.ScanRequest;
import dev.ssot.rules.scan.ScannedCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A project whose newest state is kept at hand.
 *
 * <p>A question is answered by the state that the project has when its turn comes: files, policy
 * and baseline on disk, and what an editor holds in place of them. Where that is the state of the
 * question before, nothing is read and no rule runs; otherwise only what has changed is read. Two
 * states are in memory at most, while one takes the place of the other.
 *
 * <p>Looks are questions that nobody waits for. Several that are due together are one. Safe for
 * concurrent use; all work is done at the {@link Bench}.
 */
public final class Workspace {

  private final Supplier<ScanRequest> newest;
  private final ScanListener listener;
  private final Viewer viewer;
  private final Bench bench;
  private @Nullable Future<?> look;
  private @Nullable ScannedCode seen;

  /**
   * A project.
   *
   * @param newest what to scan now; throws what a person has to mend before anything can be judged
   * @param listener hears how far a scan has come
   * @param viewer sees each state once
   */
  public Workspace(
      Supplier<ScanRequest> newest, ScanListener listener, Viewer viewer, Bench bench) {
    this.newest = newest;
    this.listener = listener;
    this.viewer = viewer;
    this.bench = bench;
  }

  /** Sees the states of a project as they come to be known, at the bench. */
  public interface Viewer {

    /** Sees nothing. */
    static Viewer blind() {
      return new Viewer() {
        @Override
        public void see(ScannedCode code) {}

        @Override
        public void trouble(RuntimeException why) {}
      };
    }

    /** Sees a state that is not the one before. */
    void see(ScannedCode code);

    /** Hears why the project cannot be judged at the moment. */
    void trouble(RuntimeException why);
  }

  /** Whether a failure is one that a person has to mend, so that its message is for them. */
  public static boolean isMendable(Throwable failure) {
    return failure instanceof Rejection || failure instanceof ScanRefusal;
  }

  /** Looks after a while; a look that has not begun by now is called off. */
  public synchronized void look(long millis) {
    if (look != null) {
      look.cancel(false);
    }
    try {
      look = bench.after(millis, this::lookNow);
    } catch (RejectedExecutionException e) {
      // It ends, so that nobody wants to know any more.
    }
  }

  private void lookNow() {
    try {
      current();
    } catch (RuntimeException e) {
      viewer.trouble(e);
    }
  }

  /**
   * Asks about the state that the project has when the turn of the question comes.
   *
   * @param idle whether nobody waits for the answer any more, so that there is none
   * @return completes with what the question throws, or with what a person has to mend before
   *     anything can be judged
   */
  public <A> CompletionStage<A> ask(BooleanSupplier idle, Function<ScannedCode, A> question) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    Runnable work =
        () -> {
          if (idle.getAsBoolean()) {
            answer.cancel(false);
            return;
          }
          try {
            answer.complete(question.apply(current()));
          } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            answer.completeExceptionally(e);
          }
        };
    try {
      bench.now(work);
    } catch (RejectedExecutionException e) {
      answer.cancel(false);
    }
    return answer;
  }

  /** Has something done when all that was asked before is answered, instead of further looks. */
  public synchronized void end(Runnable work) {
    if (look != null) {
      look.cancel(false);
    }
    try {
      bench.now(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }

  private ScannedCode current() {
    ScannedCode before = seen;
    seen = null;
    ScannedCode code = ScannedCode.of(newest.get(), listener);
    seen = code;
    if (before == null || !code.isSameScanAs(before)) {
      viewer.see(code);
    }
    return code;
  }
}
