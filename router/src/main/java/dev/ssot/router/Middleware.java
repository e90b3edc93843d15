package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;

/** Something done around every handler, such as authorisation. Has the same duties as a handler. */
@FunctionalInterface
public interface Middleware {

  /** Handles a message, as a rule by asking {@code next} for the reply. */
  Reply around(Context context, ClientMessage message, Handler next) throws Exception;
}
