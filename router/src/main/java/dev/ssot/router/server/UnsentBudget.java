package dev.ssot.router.server;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that wait in all sockets of a server together. Thread-safe. */
final class UnsentBudget {

  private final long limit;
  private final AtomicLong unsent = new AtomicLong();

  UnsentBudget(long limit) {
    this.limit = limit;
  }

  void add(int bytes) {
    unsent.addAndGet(bytes);
  }

  void remove(int bytes) {
    unsent.addAndGet(-bytes);
  }

  boolean hasRoom() {
    return unsent.get() < limit;
  }

  long unsent() {
    return unsent.get();
  }
}
