package com.acme.chat.handlers;

import com.acme.chat.connection.PresenceStore;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageHandler;
import com.acme.chat.routing.MessageTypes;
import java.util.function.Consumer;

/** Notes that a user is there. */
public final class TypingHandler implements MessageHandler {

  private final PresenceStore presence;

  public TypingHandler(PresenceStore presence) {
    this.presence = presence;
  }

  @Override
  public String type() {
    return MessageTypes.TYPING;
  }

  @Override
  public void handle(UserKey user, Envelope message, Consumer<Envelope> reply) {
    presence.seen(user);
  }
}
