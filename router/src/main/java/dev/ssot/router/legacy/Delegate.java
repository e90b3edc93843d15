package dev.ssot.router.legacy;

import dev.ssot.router.MessageRouter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The router that a shim forwards to, which is built after the shim's handlers. Thread-safe. */
final class Delegate {

  private final AtomicReference<@Nullable MessageRouter> router = new AtomicReference<>();

  /** Sets the router, once. */
  void set(MessageRouter built) {
    if (!router.compareAndSet(null, built)) {
      throw new IllegalStateException("The shim has a router already; make another shim");
    }
  }

  MessageRouter get() {
    MessageRouter built = router.get();
    if (built == null) {
      throw new IllegalStateException("The shim has no router yet; build it and bind it first");
    }
    return built;
  }
}
