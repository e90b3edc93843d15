package dev.ssot.router.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Tells another observer, and does not hear what that throws: an observer must not change what the
 * server does. Each failure is logged at {@code debug}.
 */
record DeafObserver(ServerObserver told) implements ServerObserver {

  private static final Logger LOG = System.getLogger(DeafObserver.class.getName());

  @Override
  public void handshakeAnswered(int status) {
    tell(() -> told.handshakeAnswered(status));
  }

  @Override
  public void handshakeTimedOut() {
    tell(told::handshakeTimedOut);
  }

  @Override
  public void socketDropped() {
    tell(told::socketDropped);
  }

  @Override
  public void ticketAnswered(int status) {
    tell(() -> told.ticketAnswered(status));
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException ignored) {
      LOG.log(Level.DEBUG, "An observer of handshakes failed", ignored);
    }
  }
}
