package dev.ssot.benchmarks.routers.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/** One user's side of a conversation. Confined to the thread of its connection. */
public interface Talk {

  /** What is said as soon as the WebSocket is open, after an earlier connection or at first. */
  List<String> opening();

  /** What is said once more to a server that has not begun the conversation after a while. */
  default List<String> again() {
    return List.of();
  }

  /** Takes in a frame and tells what it means. */
  void hear(ByteBuf frame, Ear ear);

  /** The message {@code number}, to be answered by {@code events} events to the same user. */
  ByteBuf ask(ByteBufAllocator memory, long number, int events);

  /** The message {@code number}, to be answered by one event to everybody. */
  ByteBuf announce(ByteBufAllocator memory, long number);
}
