package com.acme.chat.connection;

/** One open socket of a client. */
public interface Connection {

  String id();

  /** Sends a text frame; false if the socket is closed or its buffer full. */
  boolean send(String frame);

  void close(int code, String reason);
}
