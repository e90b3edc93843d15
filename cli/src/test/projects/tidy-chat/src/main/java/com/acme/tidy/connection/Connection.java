package com.acme.tidy.connection;

/** One open socket of an authenticated user. */
public interface Connection {

  String id();

  String userId();

  /** Sends a text frame; false if the socket is closed or its buffer full. */
  boolean send(String frame);
}
