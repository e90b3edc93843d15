package dev.ssot.cli.rpc;

/** Bytes that are no message; what comes after them can be read all the same. */
final class BadMessage extends Exception {

  BadMessage(String message) {
    super(message);
  }
}
