package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.Payload;
import java.util.Optional;

/** Something that an agent can have done. Safe for use by several threads. */
interface Tool {

  /** The name by which it is called. */
  String name();

  /** The parameters with which a question asks for it, if it does. */
  Optional<Payload> wanted(String question);

  /** Does the work. */
  Payload call(Payload parameters) throws ToolFailed, InterruptedException;

  /** What came of it, as a sentence of an answer. */
  String told(Payload result);
}
