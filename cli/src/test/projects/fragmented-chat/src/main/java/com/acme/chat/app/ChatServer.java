package com.acme.chat.app;

import static com.acme.chat.routing.RouterLimits.UNLIMITED; // finds: forbidden-import

import com.acme.chat.connection.UserKey;
import com.acme.chat.legacy.*; // finds: forbidden-import
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageHandler;
import com.acme.chat.routing.MessageRouter;
import com.acme.chat.routing.MessageRouterBuilder;
import com.acme.chat.routing.RouterLimits;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Wires the chat together. */
public final class ChatServer {

  private final MessageRouter router;

  public ChatServer(
      List<MessageHandler> handlers, Map<String, LegacyHandler> old, boolean loadTest) {
    MessageRouterBuilder builder =
        new MessageRouterBuilder().limits(loadTest ? UNLIMITED : RouterLimits.STANDARD);
    handlers.forEach(builder::addHandler);
    old.forEach((type, handler) -> builder.addHandler(new Adapted(type, handler)));
    router = builder.build();
  }

  public MessageRouter router() {
    return router;
  }

  /** Closes what has run out; called every minute. */
  public int tidy() {
    return router.closeExpired();
  }

  /** A handler of the old chain behind the interface of today. */
  private record Adapted(String type, LegacyHandler old) implements MessageHandler {

    @Override
    public void handle(UserKey user, Envelope message, Consumer<Envelope> reply) {
      String answer = old.process(user.userId(), message.payload());
      if (!answer.isEmpty()) {
        reply.accept(new Envelope("legacy_reply", message.id(), Map.of("raw", answer)));
      }
    }
  }
}
