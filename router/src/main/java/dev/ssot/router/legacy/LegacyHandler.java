package dev.ssot.router.legacy;

import dev.ssot.router.protocol.ClientMessage;

/** A handler as the older APIs had it: it is asked first, and says with a boolean how it went. */
public interface LegacyHandler {

  /** Whether the handler takes messages of a canonical type. */
  boolean canHandle(String type);

  /**
   * Handles a message of the authenticated user.
   *
   * @return whether it is accepted; false becomes an error to the sender
   */
  boolean handle(String userId, LegacySocket socket, ClientMessage message) throws Exception;

  /** A handler of one type, old or canonical. */
  static LegacyHandler of(String type, Body body) {
    String canonical = LegacyTypes.canonical(type);
    return new LegacyHandler() {
      @Override
      public boolean canHandle(String asked) {
        return asked.equals(canonical);
      }

      @Override
      public boolean handle(String userId, LegacySocket socket, ClientMessage message)
          throws Exception {
        return body.handle(userId, socket, message);
      }
    };
  }

  /** What a handler does. */
  @FunctionalInterface
  interface Body {

    /** See {@link LegacyHandler#handle}. */
    boolean handle(String userId, LegacySocket socket, ClientMessage message) throws Exception;
  }
}
