package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;

/**
 * Handles the client messages of one type.
 *
 * <p>Messages of one connection are handled one after the other in the order in which they were
 * sent, those of different connections at the same time. What takes long goes on after the reply,
 * in a run. Anything thrown becomes an error frame to the sender and a dead letter.
 */
@FunctionalInterface
public interface Handler {

  /** Handles a message in the name of the authenticated user of {@code context}. */
  Reply handle(Context context, ClientMessage message) throws Exception;
}
