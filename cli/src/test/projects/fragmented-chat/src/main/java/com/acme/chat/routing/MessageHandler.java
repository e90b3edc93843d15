package com.acme.chat.routing;

import com.acme.chat.connection.UserKey;
import java.util.function.Consumer;

/** Handles the messages of one type. */
public interface MessageHandler {

  /** The message type, such as {@code user_message}. */
  String type();

  /**
   * Handles a message.
   *
   * @param user the authenticated sender
   * @param reply sends an answer to the connection that the message came from
   */
  void handle(UserKey user, Envelope message, Consumer<Envelope> reply);
}
