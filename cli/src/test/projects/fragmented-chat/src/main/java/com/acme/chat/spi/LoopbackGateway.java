package com.acme.chat.spi;

import java.util.ArrayList;
import java.util.List;

/** Keeps frames in memory, for a server without a front end. */
public final class LoopbackGateway implements InboundGateway {

  private final List<String> frames = new ArrayList<>();

  @Override
  public synchronized void accept(String userId, String raw) {
    frames.add(userId + ": " + raw);
  }

  /** What has come in since the last call. */
  public synchronized List<String> drain() {
    List<String> drained = List.copyOf(frames);
    frames.clear();
    return drained;
  }
}
