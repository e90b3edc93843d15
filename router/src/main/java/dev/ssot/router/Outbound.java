package dev.ssot.router;

import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ServerFrame;
import java.util.concurrent.Executor;

/**
 * The sending side of one connection, given by the transport.
 *
 * <p>The router calls it from one thread at a time, never while it holds a lock, and not after
 * {@link #close}. No method may block. One that throws costs this connection its life and nobody
 * else anything. After the transport has detached the connection a call that was on its way may
 * still arrive and must be harmless.
 */
public interface Outbound {

  /**
   * Takes a frame to be sent, whatever it returns.
   *
   * <p>A signal of {@link Connection#writable()} that comes while this runs may be older or newer
   * than what this returns. The router takes it for newer, so that none is lost, and may write one
   * frame too many.
   *
   * @return whether the next frame may follow at once; after {@code false} the router waits for
   *     {@link Connection#writable()}
   */
  boolean write(ServerFrame frame);

  /** What the writing to this connection is run by; as a rule the router's own writers. */
  default Executor writer(Executor ofRouter) {
    return ofRouter;
  }

  /** The frames written so far are worth a system call: no more follow at the moment. */
  void flush();

  /** Ends the connection with a close frame; the last call, and the only one. */
  void close(CloseCode code, String reason);
}
