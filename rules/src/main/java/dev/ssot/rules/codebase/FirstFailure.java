package dev.ssot.rules.codebase;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps the first exception that ended a worker, so that none is lost with its thread. */
final class FirstFailure implements Thread.UncaughtExceptionHandler {

  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    first.compareAndSet(null, failure);
  }

  void rethrow() {
    Throwable failure = first.get();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new IllegalStateException("A worker failed", failure);
    }
  }
}
