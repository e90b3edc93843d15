package com.acme.tidy.routing;

/** Handles the messages of one type. */
@FunctionalInterface
public interface MessageHandler {

  /** Returns the frame to answer with. */
  String handle(String userId, String text);
}
