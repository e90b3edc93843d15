package dev.ssot.benchmarks.routers.dialect;

/** Is told what a server has said. */
public interface Ear {

  /** The conversation has begun; messages may be sent. */
  void ready();

  /** The event {@code index} (from 0) in answer to the message {@code number} has come. */
  void event(long number, int index);

  /** The server has said that it handled a message. */
  void acknowledged();

  /** The server wants to hear this. */
  void answer(String text);

  /** The server has refused something. */
  void refused(String text);
}
