package dev.ssot.router.client;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.wire.ServerMessage;
import java.util.Optional;

/**
 * Knows which event is the next, and so sees what is missing and what is twice. Not thread-safe.
 */
final class Follower {

  private Optional<StreamPosition> position = Optional.empty();
  private long duplicates;
  private long gaps;

  /** What to do about a frame. */
  enum Verdict {
    /** It is the next one. */
    TAKE,
    /** It has been taken before. */
    SKIP,
    /** Something is missing before it; only resuming can bring it. */
    RESUME
  }

  /** The first message of a connection. */
  ClientMessage hello() {
    return position.map(ClientMessage::hello).orElseGet(ClientMessage::hello);
  }

  /** Takes note of where the router begins. */
  void welcome(StreamPosition from) {
    position = Optional.of(from);
  }

  Verdict event(ServerMessage event) {
    StreamPosition here = position.orElseThrow();
    if (event.seq() <= here.seq()) {
      duplicates++;
      return Verdict.SKIP;
    }
    return advance(here, event.seq(), event.seq());
  }

  /** The router says that it has left out some events. */
  Verdict gap(long first, long last) {
    StreamPosition here = position.orElseThrow();
    return first > last ? Verdict.RESUME : advance(here, first, last);
  }

  /** The router says where the stream ends. */
  Verdict head(StreamPosition head) {
    if (position.orElseThrow().equals(head)) {
      return Verdict.SKIP;
    }
    gaps++;
    return Verdict.RESUME;
  }

  long duplicates() {
    return duplicates;
  }

  long gaps() {
    return gaps;
  }

  private Verdict advance(StreamPosition here, long first, long last) {
    if (first != here.seq() + 1) {
      gaps++;
      return Verdict.RESUME;
    }
    position = Optional.of(new StreamPosition(here.epoch(), last));
    return Verdict.TAKE;
  }
}
