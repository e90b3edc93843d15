package dev.ssot.router.application;

import dev.ssot.router.MessageRouter;
import dev.ssot.router.PayloadRules;
import dev.ssot.router.Routes;
import dev.ssot.router.wire.ProtocolSchemas;

/**
 * What the standalone server runs: handlers with their middleware, and the schemas of their
 * messages. Found by {@link java.util.ServiceLoader}: a jar with one names its class in {@code
 * META-INF/services/dev.ssot.router.application.RouterApplication}, and the class has a public
 * constructor without parameters.
 *
 * <p>The server calls {@link #routes()} and {@link #rules()} once, then {@link #started}, and
 * {@link #close()} when the last connection is gone.
 */
public interface RouterApplication extends AutoCloseable {

  /** The table of message types and handlers, at least one. */
  Routes routes();

  /** What payloads are held against; by default the schemas of the protocol alone. */
  default PayloadRules rules() {
    return ProtocolSchemas.builder().build();
  }

  /** Is given the running router, for what the application emits outside of a handler. */
  default void started(MessageRouter router) {}

  /** Lets go of what the application holds. */
  @Override
  default void close() {}
}
